# Completion of amends for fish 3 or newer. Keep it:
#   amends completion fish > ~/.config/fish/completions/amends.fish

function __amends_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (amends completion --words (count $words) -- $words[2..-1] "$current" 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current"
        case '*'
            set -q lines[2]; and printf '%s\n' $lines[2..-1]
    end
end

complete -c amends -f -a '(__amends_complete)'
