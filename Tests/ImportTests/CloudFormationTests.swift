import Description
import Testing

/// Templates of CloudFormation and of SAM.
@Suite struct CloudFormationTests {
  private func lines(_ text: String) -> [String] { Imported(["t.yaml": text]).lines }

  @Test func `short and long forms of functions, in YAML and JSON, say the same`() {
    let short = """
      Resources:
        Jobs: { Type: AWS::SQS::Queue }
        Work:
          Type: AWS::Lambda::Function
          Properties: { Environment: { Variables: { Q: !Sub "${Jobs}" } } }
      """
    let long = """
      { "Resources": {
        "Jobs": { "Type": "AWS::SQS::Queue" },
        "Work": { "Type": "AWS::Lambda::Function", "Properties":
          { "Environment": { "Variables": { "Q": { "Fn::Sub": "${Jobs}" } } } } } } }
      """
    #expect(lines(short).contains("Work publishes Jobs (env Q)"))
    #expect(lines(long) == lines(short))
  }

  @Test func `an address of whoever calls is no arrow to it`() {
    let read = lines(
      """
      Resources:
        Site: { Type: AWS::CloudFront::Distribution }
        Jobs: { Type: AWS::SQS::Queue }
        Work:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                REDIRECT_URI: !Sub "https://${Site.DomainName}/back"
                QUEUE: !Ref Jobs
      """)
    #expect(read.filter { $0.hasPrefix("Work ") } == ["Work publishes Jobs (env QUEUE)"])
  }

  @Test func `parameters are their defaults, and mappings and conditions are decided by them`() {
    let read = lines(
      """
      Parameters:
        Stage: { Type: String, Default: live }
        Other: { Type: String }
      Mappings: { Sizes: { live: { Shards: 8 }, test: { Shards: 1 } } }
      Conditions:
        IsLive: !Equals [ !Ref Stage, live ]
        IsSmall: !Not [ !Condition IsLive ]
        IsSome: !Equals [ !Ref Other, some ]
        IsHere: !Equals [ !Ref "AWS::Region", eu-west-1 ]
      Resources:
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: !FindInMap [ Sizes, !Ref Stage, Shards ]
            RetentionPeriodHours: !If [ IsLive, 48, 24 ]
        Small: { Type: AWS::SQS::Queue, Condition: IsSmall }
        Some:
          Type: AWS::SQS::Queue
          Condition: IsSome
          Properties: { VisibilityTimeout: !If [ IsHere, 10, 20 ] }
      """)
    #expect(read.contains("Clicks.partitions = 8"))
    #expect(read.contains("Clicks.retention = 2 d"))
    #expect(!read.contains { $0.hasPrefix("Small") })
    #expect(read.contains("Some: queue"))
    #expect(!read.contains { $0.contains("visibility") })
  }

  @Test func `a parameter without default, and one that is not to be shown, are unknown`() {
    let read = Imported([
      "t.yaml": """
      Parameters:
        Wait: { Type: Number }
        Key: { Type: String, NoEcho: true, Default: hunter2 }
      Resources:
        Jobs: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: !Ref Wait } }
        Work:
          Type: AWS::Lambda::Function
          Properties: { Environment: { Variables: { PASS: s3same, KEY: !Ref Key } } }
      """
    ])
    #expect(!read.lines.contains { $0.contains("visibility") })
    #expect(!read.everything.contains("hunter2"))
    #expect(!read.everything.contains("s3same"))
  }

  @Test func `a nested stack is read with its parameters, each use by itself`() {
    let read = Imported(
      [
        "top.yaml": """
        Resources:
          Mails: { Type: AWS::CloudFormation::Stack, Properties:
            { TemplateURL: ./queue.yaml, Parameters: { Wait: 60 } } }
          Bills: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./queue.yaml } }
          Work:
            Type: AWS::Serverless::Function
            Properties:
              Events: { Mail: { Type: SQS, Properties: { Queue: !GetAtt Mails.Outputs.Arn } } }
        """,
        "queue.yaml": """
        Parameters: { Wait: { Type: Number, Default: 30 } }
        Resources:
          Jobs: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: !Ref Wait } }
        Outputs: { Arn: { Value: !GetAtt Jobs.Arn } }
        """,
      ])
    #expect(read.lines.filter { $0.hasSuffix(": queue") }.count == 2)
    #expect(read.lines.filter { $0.contains("visibility") }.count == 2)
    #expect(read.lines.contains { $0.hasPrefix("Work consumes ") })
  }

  @Test func `what another stack exports is known where that stack is read too`() {
    let user = """
      Resources:
        Work:
          Type: AWS::Lambda::Function
          Properties: { Environment: { Variables: { T: !ImportValue shop-table } } }
      """
    let owner = """
      Resources: { Ledger: { Type: AWS::DynamoDB::Table } }
      Outputs: { T: { Value: !Ref Ledger, Export: { Name: shop-table } } }
      """
    #expect(
      Imported(["a.yaml": user, "b.yaml": owner]).lines.contains("Work calls Ledger (env T)"))
    #expect(Imported(["a.yaml": user]).reading.notes[0].sentence.contains("shop-table"))
  }

  @Test func `an order of creation is no arrow`() {
    let read = lines(
      """
      Resources:
        Ledger: { Type: AWS::DynamoDB::Table }
        Work: { Type: AWS::Lambda::Function, DependsOn: Ledger }
      """)
    #expect(!read.contains { $0.hasPrefix("Work ") })
  }

  @Test func `where failed events go is an arrow, and rights of a shared role are a question`() {
    let read = Imported([
      "t.yaml": """
      Resources:
        Failed: { Type: AWS::SQS::Queue }
        Ledger: { Type: AWS::DynamoDB::Table }
        Role:
          Type: AWS::IAM::Role
          Properties:
            Policies:
              - PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: dynamodb:PutItem, Resource: !GetAtt Ledger.Arn }
        First:
          Type: AWS::Serverless::Function
          Properties:
            Role: !GetAtt Role.Arn
            EventInvokeConfig:
              DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt Failed.Arn } }
        Second: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
      """
    ])
    #expect(read.lines.contains { $0.hasPrefix("First publishes Failed (") })
    #expect(!read.lines.contains { $0.contains("writes") })
    #expect(read.reading.notes[0].questions.contains { $0.contains("Ledger") })
  }

  @Test func `sticky sessions of a balancer are read`() {
    let read = lines(
      """
      Resources:
        Front:
          Type: AWS::ElasticLoadBalancing::LoadBalancer
          Properties:
            Instances: [ !Ref One ]
            LBCookieStickinessPolicy: [ { PolicyName: mine, CookieExpirationPeriod: "180" } ]
        One: { Type: AWS::EC2::Instance }
      """)
    #expect(read.contains("Front.affinity = cookie"))
    #expect(read.contains { $0.hasPrefix("Front calls One (") })
  }
}
