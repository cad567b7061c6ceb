import Foundation
import Testing
import TestSupport

/// Descriptions are told apart by where they lie, wherever the program is called and however they
/// are named; in repositories within repositories too.
@Suite struct RootTests {
  let git = GitTests()

  @Test func `a baseline knows its descriptions from whatever folder it is used`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      for (folder, operand) in [("..", "project"), (".", "."), ("/", "$OLDPWD")] {
        let copy = try shell(
          """
          known=$PWD/known.json; cd \(folder); shop=\(operand)
          tenfold check $shop --baseline $known --update-baseline && cd -
          cp a.tenfold.yaml b.tenfold.yaml; cd \(folder); tenfold check $shop --baseline $known
          """)
        #expect(copy.status == 1, "\(folder) \(copy.errors)")
        #expect(copy.errors.contains("1 new or worse finding in "), "\(copy.errors)")
        _ = try shell("rm b.tenfold.yaml known.json")
      }
    }
  }

  @Test func `a description without a name is the same however its path is written`() throws {
    let nameless = GitTests.system().replacing("system: shop", with: "")
    try git.repository(["sub/a.tenfold.yaml": nameless]) { _, shell in
      let made = try shell("tenfold check sub --baseline k.json --update-baseline")
      #expect(made.status == 0)
      for call in ["./sub/a.tenfold.yaml", "$PWD/sub", "sub/../sub/a.tenfold.yaml"] {
        let check = try shell("tenfold check --baseline k.json \(call)")
        #expect(check.status == 0, "\(call) \(check.errors)")
      }
      for format in ["sarif", "gitlab"] {
        let prints = try shell(
          """
          cd sub
          for path in a.tenfold.yaml ./a.tenfold.yaml $PWD/a.tenfold.yaml ..; do
            tenfold check $path --format \(format) 2>/dev/null | grep -E 'tenfold/v1|fingerprint"' | md5sum
          done | sort -u | wc -l
          """)
        #expect(prints.output == "1\n", "\(format) \(prints.output)")
      }
    }
  }
}
