import Foundation
import Testing
import TestSupport

/// What `--against` compares with: where the branch left the revision.
@Suite struct MergeBaseTests {
  let git = GitTests()

  /// A branch that leaves main before main mends its finding, and changes nothing.
  private static let parted = """
    git checkout -qb topic; echo "# said" >> a.tenfold.yaml; commit; git checkout -q main
    sed -i 's/sessions: memory/sessions: token/' a.tenfold.yaml; commit; git checkout -q topic

    """

  @Test(arguments: [("--against main", 0), ("--against", 0), ("--against-exact main", 1)])
  func `what the other branch mended since is not new on this one`(
    flags: String, status: Int32
  ) throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      let result = try shell(Self.parted + "tenfold check \(flags) a.tenfold.yaml")
      #expect(result.status == status, "\(result.output) \(result.errors)")
    }
  }

  @Test func `the default branch is what the remote says it is`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      let result = try shell(
        """
        git branch -m trunk; cd ..; git clone -q project copy; cd copy; git checkout -qb topic
        sed -i 's/peak: 100/peak: 800/' a.tenfold.yaml; commit
        tenfold check --fail-on low --against . ; echo "rc $?"
        git update-ref -d refs/remotes/origin/HEAD; git branch -qD trunk
        git update-ref -d refs/remotes/origin/trunk; tenfold check --against
        """)
      #expect(result.output.contains("rc 1"), "\(result.output) \(result.errors)")
      #expect(result.status == 2)
      #expect(
        result.errors.hasSuffix(
          "git knows no default branch here; name a revision: --against REVISION\n"))
    }
  }

  @Test func `branches without a common commit are told apart from shallow clones`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      let apart = try shell(
        """
        git checkout -q --orphan other; echo >>a.tenfold.yaml; commit
        tenfold check --against main a.tenfold.yaml
        """
      )
      #expect(apart.status == 2)
      #expect(apart.errors.contains("--against-exact main compares with its files as they are"))
      let shallow = try shell(
        """
        git checkout -q main; git checkout -qb topic; commit; git checkout -q main; commit; commit
        cd ..; git clone -q --depth 1 --no-single-branch "file://$PWD/project" copy; cd copy
        git checkout -q topic; tenfold check --against origin/main a.tenfold.yaml
        """)
      #expect(shallow.status == 2)
      #expect(shallow.errors.contains("git fetch --unshallow brings the rest"), "\(shallow.errors)")
    }
  }
}
