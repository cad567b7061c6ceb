import SourceText

/// What a shell offers as the value of a flag or as an operand.
enum Choices: Sendable {
  case nothing, files, folders
  case words([String])
  /// The ids of the rules, asked of the program itself.
  case rules
}

/// Completion scripts, made from the tables of commands and flags.
enum Completion: String, CaseIterable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash: Self.bashScript
    case .zsh: Self.zshScript
    case .fish: Self.fishScript
    }
  }

  private static let ruleIDs = "tenfold rules 2>/dev/null | cut -d\" \" -f1"
  private static let commands = Command.allCases.filter { $0 != .review }

  // MARK: - bash

  private static var bashScript: String {
    let values = Flag.all.filter { $0.value != nil }.map { flag in
      "    \(flag.name)) \(bash(flag.choices)); return ;;"
    }
    let perCommand = Command.allCases.map { command in
      "    \(command.rawValue)) flags=\"\(Flag.taken(by: command).map(\.name).joined(separator: " "))\" ;;"
    }
    let operands = Command.allCases.map { command in
      "    \(command.rawValue)) \(bash(command.operands)) ;;"
    }
    return """
      # bash completion of tenfold: source <(tenfold completion bash)
      _tenfold() {
        local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        local command=review flags= words="\(commands.map(\.rawValue).joined(separator: " "))"
        COMPREPLY=()
        if [ "$COMP_CWORD" -gt 1 ] && [[ " $words " == *" ${COMP_WORDS[1]} "* ]]; then
          command=${COMP_WORDS[1]}
        fi
        case $previous in
      \(values.joined(separator: "\n"))
        esac
        case $command in
      \(perCommand.joined(separator: "\n"))
        esac
        if [[ $word == -* ]]; then
          COMPREPLY=($(compgen -W "$flags" -- "$word"))
          return
        fi
        case $command in
      \(operands.joined(separator: "\n"))
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY+=($(compgen -W "$words" -- "$word"))
        fi
      }
      complete -o filenames -F _tenfold tenfold

      """
  }

  private static func bash(_ choices: Choices) -> String {
    switch choices {
    case .nothing: "COMPREPLY=()"
    case .files: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .folders: "COMPREPLY=($(compgen -d -- \"$word\"))"
    case .words(let words):
      "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
    case .rules: "COMPREPLY=($(compgen -W \"$(\(ruleIDs))\" -- \"$word\"))"
    }
  }

  // MARK: - zsh

  private static var zshScript: String {
    let described = commands.map { "    '\($0.rawValue):\(zshQuoted($0.documentation))'" }
    let cases = Command.allCases.map { command in
      let specs = Flag.taken(by: command).map { "      '\(zshFlag($0))' \\" }
      return "    \(command.rawValue))\n      _arguments -s \\\n"
        + specs.map { $0 + "\n" }.joined() + "      '*:operand:\(zsh(command.operands))' ;;"
    }
    return """
      #compdef tenfold
      # zsh completion of tenfold: tenfold completion zsh > a folder of $fpath, named _tenfold
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

  private static func zshFlag(_ flag: Flag) -> String {
    let text = zshQuoted(flag.documentation).replacing("[", with: "\\[").replacing("]", with: "\\]")
    guard let value = flag.value else { return "*\(flag.name)[\(text)]" }
    let name = value.replacing("[", with: "").replacing("]", with: "").replacing(":", with: "")
    return "*\(flag.name)=[\(text)]:\(name):\(zsh(flag.choices))"
  }

  private static func zsh(_ choices: Choices) -> String {
    switch choices {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .rules: "($(\(ruleIDs)))"
    }
  }

  /// Text inside single quotes, where a colon ends a part.
  private static func zshQuoted(_ text: String) -> String {
    text.replacing("'", with: "'\\''").replacing(":", with: "\\:")
  }

  // MARK: - fish

  private static var fishScript: String {
    var lines = [
      "# fish completion of tenfold: tenfold completion fish | source",
      "complete -c tenfold -f",
      "complete -c tenfold -n __fish_use_subcommand -F",
    ]
    for command in commands {
      lines.append(
        "complete -c tenfold -n __fish_use_subcommand -a \(command.rawValue) "
          + "-d '\(fishQuoted(command.documentation))'")
    }
    for flag in Flag.all {
      lines.append(
        "complete -c tenfold -n '\(fishCondition(flag.commands))' "
          + "-l \(flag.name.dropFirst(2))\(fish(flag)) -d '\(fishQuoted(flag.documentation))'")
    }
    for command in commands {
      let offer = fish(command.operands)
      guard !offer.isEmpty else { continue }
      lines.append(
        "complete -c tenfold -n '__fish_seen_subcommand_from \(command.rawValue)'\(offer)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Flags of the review stand where no command does.
  private static func fishCondition(_ commands: [Command]) -> String {
    let named = commands.filter { $0 != .review }.map(\.rawValue).joined(separator: " ")
    let seen = "__fish_seen_subcommand_from \(named)"
    return commands.contains(.review) ? "__fish_use_subcommand; or \(seen)" : seen
  }

  private static func fish(_ flag: Flag) -> String {
    flag.value == nil ? "" : " -x" + fish(flag.choices)
  }

  private static func fish(_ choices: Choices) -> String {
    switch choices {
    case .nothing: ""
    case .files: " -F"
    case .folders: " -a '(__fish_complete_directories)'"
    case .words(let words): " -a '\(words.joined(separator: " "))'"
    case .rules: " -a '(\(ruleIDs))'"
    }
  }

  private static func fishQuoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
