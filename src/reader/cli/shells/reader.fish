# Completion of reader for fish: put this into ~/.config/fish/completions/reader.fish

function __reader_candidates
    set -l typed (commandline -opc)
    set -l current (string unescape -- (commandline -ct); or commandline -ct)
    for line in ($typed[1] completion words -- $typed[2..-1] "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end

complete -c reader -f -a '(__reader_candidates)'
