import Description
import Import
import Testing
import TestSupport

/// Blocks of Terraform that are repeated, and those that cannot be read.
@Suite struct TerraformBlocksTests {
  private func read(_ text: String) -> Imported { Imported(["main.tf": text]) }

  @Test(arguments: [
    "  user_data = <<EOF\n  more", "  policy = jsonencode({\n    a = [\n", "  environment {\n",
    "  password = \"open\n}", "/* open", "}\n}", "  nothing here\n}", "  tags = { a = \n}",
  ])
  func `a broken block ends where the next one begins`(_ broken: String) {
    let read = read(
      "resource \"aws_sqs_queue\" \"one\" {\n\(broken)\n"
        + "resource \"aws_sqs_queue\" \"two\" {\n  visibility_timeout_seconds = 60\n}\n")
    #expect(read.lines.contains("one: queue") && read.lines.contains("two.visibility = 1 min"))
    #expect(read.problems.count == 1)
  }

  @Test func `a dynamic block is as many blocks as its list has`() {
    let read = read(
      """
      variable "unset" { default = null }
      locals { stores = { a = aws_s3_bucket.a.arn, b = aws_s3_bucket.b.arn } }
      resource "aws_s3_bucket" "a" {}
      resource "aws_s3_bucket" "b" {}
      resource "aws_kinesis_firehose_delivery_stream" "clicks" {
        dynamic "extended_s3_configuration" {
          for_each = local.stores
          iterator = store
          content { bucket_arn = store.value }
        }
      }
      resource "aws_sqs_queue" "dead" {}
      resource "aws_lambda_function" "f" {
        dynamic "dead_letter_config" {
          for_each = var.unset != null ? [1] : []
          content { target_arn = aws_sqs_queue.dead.arn }
        }
        dynamic "environment" {
          for_each = [{ table = aws_dynamodb_table.t.name }]
          content { variables = { TABLE = environment.value.table } }
        }
      }
      resource "aws_dynamodb_table" "t" {}
      """)
    for line in ["clicks writes a", "clicks writes b", "f calls t (env TABLE)"] {
      #expect(read.lines.contains { $0.hasPrefix(line) }, "\(line)")
    }
    #expect(!read.lines.contains { $0.hasPrefix("f publishes") })
  }

  @Test func `a dynamic block that nobody counts is one whose values are unknown`() {
    let read = read(
      """
      variable "sizes" {}
      resource "aws_opensearch_domain" "search" {
        dynamic "cluster_config" {
          for_each = var.sizes
          content { instance_count = cluster_config.value }
        }
      }
      """)
    #expect(read.lines.contains("search: search"))
    #expect(!read.lines.contains { $0.contains("replicas") })
    #expect(read.reading.draft.components[0].facts.withheld == [.replicas])
    #expect(
      read.reading.notes[0].sentence.contains("cluster_config in aws_opensearch_domain.search"))
  }

  @Test func `one end of a range is not enough`() {
    let read = read(
      """
      variable "most" {}
      resource "aws_autoscaling_group" "shop" {
        min_size = 2
        max_size = var.most
      }
      """)
    #expect(!read.lines.contains { $0.contains("replicas") })
  }

  @Test func `after a mistake only its own block is hidden as a whole`() {
    let read = read(
      """
      resource "aws_db_instance" "db" {
        password = "hunter2-open
        notes    = "hunter2-beside"
        aHVudGVyMg==
        user_data = <<EOT
      hunter2-line
        hunter2 {
      }
      resource "aws_lambda_function" "f" {
        description = "shown"
        environment { variables = { A = "hunter2-variable" } }
      }
      resource "aws_lambda_function" "g" {
        environment {
          variables = {
            A = "hunter2-inside"
          }}
          B = "hunter2-outside"
        }
      }
      resource "aws_sqs_queue" "jobs" { tags = { a = "shown-too" } }
      """)
    for secret in ["hunter2", "aHVudGVyMg"] { #expect(!read.everything.contains(secret)) }
    #expect(read.everything.contains("shown\"") && read.everything.contains("shown-too"))
    #expect(read.lines.contains("jobs: queue"))
  }
}
