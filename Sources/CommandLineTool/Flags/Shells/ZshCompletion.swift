/// The completion script of zsh.
enum ZshCompletion {
  static var script: String {
    let described = Command.named.map { "    '\($0.rawValue):\(zshQuoted($0.documentation))'" }
    let cases = Command.allCases.map { command in
      let specs = Flag.taken(by: command).flatMap(zshFlag) + zshOperands(command)
      return "    \(command.rawValue))\n      _arguments -s \\\n"
        + specs.map { "      '\($0)'" }.joined(separator: " \\\n") + " ;;"
    }
    return """
      #compdef tenfold
      # zsh completion of tenfold: tenfold completion zsh > a folder of $fpath, named _tenfold
      _tenfold_outputs() {
        if compset -P '*='; then _files; else compadd -- "$@"; fi
      }
      _tenfold() {
        local -a commands
        commands=(
      \(described.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          _describe -t commands command commands
          _files
          return
        fi
        local command=$words[2]
        if (( ${commands[(I)$command:*]} )); then
          shift words
          (( CURRENT-- ))
        else
          command=review
        fi
        case $command in
      \(cases.joined(separator: "\n"))
        esac
      }
      if [ "$funcstack[1]" = _tenfold ]; then _tenfold "$@"; else compdef _tenfold tenfold; fi

      """
  }

  private static func zshFlag(_ flag: Flag) -> [String] {
    let text = zshQuoted(flag.documentation).replacing("[", with: "\\[").replacing("]", with: "\\]")
    return flag.names.map { name in
      guard let value = flag.value else { return "*\(name)[\(text)]" }
      let form = value.replacing("[", with: "").replacing("]", with: "").replacing(":", with: "")
      let mark = name.hasPrefix("--") ? "=" : ""
      return "*\(name)\(mark)[\(text)]:\(form):\(zsh(flag.choices))"
    }
  }

  private static func zshOperands(_ command: Command) -> [String] {
    command.operands.enumerated().map { position, choices in
      let place = position == command.operands.count - 1 ? "*" : "\(position + 1)"
      return "\(place):operand:\(zsh(choices))"
    }
  }

  private static func zsh(_ choices: Choices) -> String {
    switch choices {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .outputs(let words): " _tenfold_outputs \(words.joined(separator: " "))"
    case .rules(let words): "(\((words + ["$(\(Choices.ruleIDs))"]).joined(separator: " ")))"
    }
  }

  /// Text inside single quotes, where a colon ends a part.
  private static func zshQuoted(_ text: String) -> String {
    text.replacing("'", with: "'\\''").replacing(":", with: "\\:")
  }
}
