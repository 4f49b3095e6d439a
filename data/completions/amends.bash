# Completion of amends for bash 3.2 or newer. Load it from ~/.bashrc:
#   source <(amends completion bash)
# What is typed is handed over as it is, and what comes back is quoted and never run.

_amends() {
  local line value kind='' cur=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
      continue
    fi
    value=${line%%$'\t'*}
    [[ $cur == [\"\']* ]] || printf -v value %q "$value"
    COMPREPLY+=("$value")
  done < <(amends completion --words "$COMP_CWORD" -- "${COMP_WORDS[@]:1}" 2>/dev/null)
  [[ $cur == '=' ]] && cur=''
  case $kind in
    files | folders)
      local only=-f
      [[ $kind == folders ]] && only=-d
      while IFS= read -r value; do
        COMPREPLY+=("$value")
      done < <(compgen "$only" -- "$cur")
      compopt -o filenames 2>/dev/null
      ;;
  esac
}

complete -F _amends amends
