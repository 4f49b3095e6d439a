#compdef amends
# Completion of amends for zsh. Load it from ~/.zshrc, behind compinit:
#   source <(amends completion zsh)
# or write it to a file named _amends in a folder of $fpath.

_amends() {
  local -a lines values shown
  local line
  lines=("${(@f)$(amends completion --words $((CURRENT - 1)) -- "${(@Q)words[2,-1]}" 2>/dev/null)}")
  case ${lines[1]} in
    files) _files; return ;;
    folders) _files -/; return ;;
  esac
  for line in "${(@)lines[2,-1]}"; do
    values+=("${line%%$'\t'*}")
    if [[ $line == *$'\t'* ]]; then
      shown+=("${line%%$'\t'*}  ${line#*$'\t'}")
    else
      shown+=("$line")
    fi
  done
  (( ${#values} )) && compadd -l -d shown -a values
}

if [[ ${funcstack[1]} == _amends ]]; then
  _amends "$@"
else
  compdef _amends amends
fi
