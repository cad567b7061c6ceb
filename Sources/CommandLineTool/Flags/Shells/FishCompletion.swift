/// The completion script of fish.
enum FishCompletion {
  static var script: String {
    let lines =
      Command.named.map {
        "complete -c tenfold -n '__tenfold_operand review -eq 0' -a \($0.rawValue) "
          + "-d '\(fishQuoted($0.documentation))'"
      } + Flag.all.map(fishFlag) + Command.allCases.flatMap(fishOperands)
    return """
      # fish completion of tenfold: tenfold completion fish | source
      function __tenfold_line -d 'Print the command and the number of operands before the cursor'
          set -l command review
          set -l operands 0
          set -l flag
          set -l words (commandline -opc)
          set -e words[1]
          for word in $words
              if set -q flag[1]
                  set flag
              else if string match -q -- '-*' $word
                  contains -- $word \(Flag.valued.joined(separator: " "))
                  and set flag $word
              else if test $command$operands = review0
                  and contains -- $word \(Command.named.map(\.rawValue).joined(separator: " "))
                  set command $word
              else
                  set operands (math $operands + 1)
              end
          end
          printf '%s\\n' $command $operands
      end
      function __tenfold_is -d 'Whether one of these commands is given'
          contains -- (__tenfold_line)[1] $argv
      end
      function __tenfold_operand -d 'Whether so many operands of a command are given'
          set -l line (__tenfold_line)
          test $line[1] = $argv[1] -a $line[2] $argv[2] $argv[3]
      end
      function __tenfold_outputs -d 'Offer words, and files behind a word and ='
          set -l value (string replace -r -- '^--[a-z-]+=' '' (commandline -ct))
          if set -l name (string match -r -- '^[^=]*=' $value)
              for file in (__fish_complete_path (string replace -- $name '' $value))
                  echo $name$file
              end
          else
              printf '%s\\n' $argv
          end
      end
      complete -c tenfold -f

      """ + lines.map { $0 + "\n" }.joined()
  }

  private static func fishFlag(_ flag: Flag) -> String {
    let names = flag.names.map { name in
      name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
    }
    let takers = flag.commands.map(\.rawValue).joined(separator: " ")
    let value = flag.value == nil ? "" : fish(flag.choices, isValue: true)
    return "complete -c tenfold -n '__tenfold_is \(takers)' \(names.joined(separator: " "))"
      + "\(value) -d '\(fishQuoted(flag.documentation))'"
  }

  private static func fishOperands(_ command: Command) -> [String] {
    command.operands.enumerated().compactMap { position, choices in
      let offer = fish(choices, isValue: false)
      guard !offer.isEmpty else { return nil }
      let comparison = position == command.operands.count - 1 ? "-ge" : "-eq"
      return "complete -c tenfold -n '__tenfold_operand \(command.rawValue) \(comparison) "
        + "\(position)'\(offer)"
    }
  }

  /// What is offered; fish takes either files or nothing but what is listed.
  private static func fish(_ choices: Choices, isValue: Bool) -> String {
    let only = isValue ? " -x" : ""
    return switch choices {
    case .nothing: only
    case .files: isValue ? " -r -F" : " -F"
    case .folders: only + " -a '(__fish_complete_directories)'"
    case .words(let words): only + " -a '\(words.joined(separator: " "))'"
    case .outputs(let words): only + " -a '(__tenfold_outputs \(words.joined(separator: " ")))'"
    case .rules(let words):
      only + " -a '\((words + ["(\(Choices.ruleIDs))"]).joined(separator: " "))'"
    }
  }

  private static func fishQuoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
