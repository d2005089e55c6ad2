#compdef reader
# Completion of reader for zsh: put this into a file named _reader in a folder of $fpath,
# or  eval "$(reader completion zsh)"  into ~/.zshrc, after compinit.

_reader() {
    local line
    local -a names shown open_names open_shown
    local files=
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            files=yes
        elif [[ ${line%%$'\t'*} == *[:=] ]]; then
            open_names+=("${line%%$'\t'*}")
            open_shown+=("${line/$'\t'/  -- }")
        else
            names+=("${line%%$'\t'*}")
            shown+=("${line/$'\t'/  -- }")
        fi
    done < <("${(Q)words[1]}" completion words -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
    (( $#open_names )) && compadd -U -S '' -l -d open_shown -a open_names
    (( $#names )) && compadd -U -l -d shown -a names
    [[ -n $files ]] && _files
    return 0
}

if [[ $funcstack[1] == _reader ]]; then
    _reader "$@"
else
    compdef _reader reader
fi
