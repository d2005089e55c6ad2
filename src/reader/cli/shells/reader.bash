# Completion of reader for bash: put  eval "$(reader completion bash)"  into ~/.bashrc,
# or this into a file named reader in ~/.local/share/bash-completion/completions.

_reader() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files) compopt -o default -o filenames 2>/dev/null ;;
            :nospace) compopt -o nospace 2>/dev/null ;;
            *) COMPREPLY+=("$line") ;;
        esac
    done < <("${COMP_WORDS[0]}" completion line "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}

complete -F _reader reader
