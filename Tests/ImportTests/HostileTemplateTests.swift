import Import
import Review
import Testing
import TestSupport

/// Templates that nobody wrote.
@Suite struct HostileTemplateTests {
  private static let inputs = ["cloudformation", "serverless"].map {
    PageTests.pages.page($0).examples[0].input
  }

  @Test(arguments: inputs)
  func `every beginning of a template is read`(_ input: String) {
    let bytes = Array(input.utf8)
    for count in bytes.indices {
      _ = Imported(["t.yaml": String(decoding: bytes[..<count], as: UTF8.self)])
    }
  }

  @Test(arguments: inputs)
  func `templates with some bytes changed are read`(_ input: String) {
    var random: UInt64 = 11
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let bytes = Array(input.utf8)
    let signs = Array("{}[]:&*-\n \"'$|>#<!".utf8)
    for _ in 0..<300 {
      var mutant = bytes
      for _ in 0..<(1 + next(4)) { mutant[next(mutant.count)] = signs[next(signs.count)] }
      _ = Imported(["t.yaml": String(decoding: mutant, as: UTF8.self)])
    }
  }

  @Test func `templates that lead back to themselves end`() {
    let text = """
      Conditions: { A: !Condition B, B: !Not [ !Condition A ] }
      Resources:
        Me: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: t.yaml } }
        Jobs: { Type: AWS::SQS::Queue, Condition: A, Properties:
          { VisibilityTimeout: !GetAtt Me.Outputs.X } }
      Outputs: { X: { Value: !GetAtt Me.Outputs.X, Export: { Name: !ImportValue x } } }
      """
    #expect(Imported(["t.yaml": text]).lines.contains("Jobs: queue"))
  }
}
