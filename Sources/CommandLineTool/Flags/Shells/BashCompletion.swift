/// The completion script of bash.
enum BashCompletion {
  static var script: String {
    """
    # bash completion of tenfold: source <(tenfold completion bash)
    _tenfold_offer() {
      mapfile -t COMPREPLY < <(compgen -P "$prefix" "$@" -- "$value")
    }
    _tenfold() {
      local commands="\(Command.named.map(\.rawValue).joined(separator: " "))"
      local valued="\(Flag.valued.joined(separator: " "))"
      local command=review operands=0 flag= argument= value= prefix= glued= word
      local -a line=()
      COMPREPLY=()
      # bash takes words apart at =; the program gets them whole.
      for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ ($glued || $word == =*) && ${#line[@]} -gt 0 ]]; then
          line[-1]+=$word
        else
          line+=("$word")
        fi
        [[ $word == *= ]] && glued=yes || glued=
      done
      for word in "${line[@]::${#line[@]}-1}"; do
        if [[ $flag ]]; then
          flag=
        elif [[ $word == -* ]]; then
          [[ " $valued " == *" $word "* ]] && flag=$word
        elif [[ $command$operands == review0 && " $commands " == *" $word "* ]]; then
          command=$word
        else
          operands=$((operands + 1))
        fi
      done
      argument=${line[-1]}
      if [[ ! $flag && $argument == --*=* ]]; then
        flag=${argument%%=*} argument=${argument#*=}
      fi
      value=${argument##*=}
      word=${COMP_WORDS[COMP_CWORD]}
      [[ $word == ?*=* ]] && prefix=${word%"$value"}
      case $command:$flag in
    \(bashValues)
        *:?*) return ;;
      esac
      case $command:$argument in
    \(bashFlags)
      esac
      case $command:$operands in
        review:0) _tenfold_offer -f -W "$commands" ;;
    \(bashOperands)
      esac
    }
    complete -o filenames -F _tenfold tenfold

    """
  }

  private static var bashValues: String {
    Flag.all.map { flag in
      let places = flag.commands.flatMap { command in
        flag.names.map { "\(command.rawValue):\($0)" }
      }
      return (places.joined(separator: "|"), flag.choices)
    }.compactMap { places, choices in
      bash(choices).map { "    \(places))\n      \($0)\n      return ;;" }
    }.joined(separator: "\n")
  }

  private static var bashFlags: String {
    Command.allCases.map { command in
      let names = Flag.taken(by: command).flatMap(\.names).joined(separator: " ")
      return "    \(command.rawValue):-*) _tenfold_offer -W \"\(names)\"; return ;;"
    }.joined(separator: "\n")
  }

  private static var bashOperands: String {
    Command.allCases.flatMap { command in
      command.operands.enumerated().map { position, choices in
        let place = position == command.operands.count - 1 ? "*" : "\(position)"
        return "    \(command.rawValue):\(place)) \(bash(choices) ?? "") ;;"
      }
    }.joined(separator: "\n")
  }

  /// The command that offers the choices; nil when there are none.
  private static func bash(_ choices: Choices) -> String? {
    switch choices {
    case .nothing: nil
    case .files: "_tenfold_offer -f"
    case .folders: "_tenfold_offer -d"
    case .words(let words): "_tenfold_offer -W \"\(words.joined(separator: " "))\""
    case .outputs(let words):
      "if [[ $argument == *=* ]]; then _tenfold_offer -f; "
        + "else _tenfold_offer -W \"\(words.joined(separator: " "))\"; fi"
    case .rules(let words):
      "_tenfold_offer -W \"\((words + ["$(\(Choices.ruleIDs))"]).joined(separator: " "))\""
    }
  }
}
