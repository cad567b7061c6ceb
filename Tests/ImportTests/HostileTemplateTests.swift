import Testing

/// Templates that nobody wrote.
@Suite struct HostileTemplateTests {
  @Test(arguments: ["cloudformation", "serverless"])
  func `templates with some bytes changed are read`(_ format: String) {
    Imported.readMutants(
      of: HostileImportTests.example(format), count: 300, signs: HostileImportTests.signs,
      seed: 11, as: "t.yaml")
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
