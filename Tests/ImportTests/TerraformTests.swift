import Description
import Import
import Testing
import TestSupport

/// Configurations of Terraform as people write them.
@Suite struct TerraformTests {
  private func read(_ text: String) -> Imported { Imported(["main.tf": text]) }

  @Test func `values come from locals, defaults and the files beside it`() {
    let read = Imported(
      [
        "main.tf": """
        locals { visibility = 6 * var.timeout }
        resource "aws_sqs_queue" "jobs" {
          visibility_timeout_seconds = local.visibility
          message_retention_seconds  = var.retention
        }
        """,
        "variables.tf": """
        variable "timeout" { default = 30 }
        variable "retention" { type = number }
        """,
        "terraform.tfvars": "retention = 86400 # a day\n",
        "other/main.tf": "resource \"aws_sqs_queue\" \"other\" {}",
      ], named: ["main.tf"])
    #expect(read.lines.contains("jobs.visibility = 3 min"))
    #expect(read.lines.contains("jobs.retention = 1 d"))
    #expect(!read.lines.contains { $0.hasPrefix("other") })
  }

  @Test func `what nobody says stays unknown`() {
    let read = read(
      """
      variable "size" {}
      resource "aws_kinesis_stream" "clicks" { shard_count = var.size * 2 }
      resource "aws_instance" "web" { count = var.size }
      resource "aws_db_instance" "db" { multi_az = var.size > 2 ? true : false }
      """)
    #expect(read.lines.contains("clicks: stream") && read.lines.contains("web: service"))
    #expect(!read.lines.contains { $0.contains("partitions") || $0.contains("replicas") })
    let withheld = read.reading.draft.components.map { $0.facts.withheld.map(\.name) }
    #expect(withheld.contains(["partitions"]) && withheld.contains(["replicas"]))
  }

  @Test func `copies are copies, queues or one that nobody counted`() {
    let read = read(
      """
      resource "aws_instance" "web" { count = 3 }
      resource "aws_instance" "none" { count = 0 }
      resource "aws_sqs_queue" "by_key" {
        for_each                   = { slow = 60, fast = 5 }
        visibility_timeout_seconds = each.value
      }
      resource "aws_sqs_queue" "by_number" { count = 2 }
      resource "aws_rds_cluster" "shop" { engine = "aurora-postgresql" }
      resource "aws_rds_cluster_instance" "shop" {
        count              = 2
        cluster_identifier = aws_rds_cluster.shop.id
      }
      """)
    for line in [
      "web.replicas = 3", "by_key-slow.visibility = 1 min", "by_key-fast.visibility = 5s",
      "by_number-0: queue", "by_number-1: queue", "shop.replicas = 2",
    ] {
      #expect(read.lines.contains(line), "\(line)")
    }
    #expect(!read.lines.contains { $0.hasPrefix("none") })
    #expect(read.lines.count { $0.hasPrefix("web: ") } == 1)
  }

  @Test func `local modules take arguments and hand back outputs`() {
    let read = Imported(
      [
        "main.tf": """
        module "tables" {
          source = "./tables"
          key    = "customer"
        }
        resource "aws_lambda_function" "orders" {
          environment { variables = { TABLE = module.tables.name } }
        }
        module "far" { source = "git::https://example.com/x.git" }
        """,
        "tables/main.tf": """
        variable "key" {}
        resource "aws_dynamodb_table" "orders" { hash_key = "${var.key}_id" }
        output "name" { value = aws_dynamodb_table.orders.name }
        """,
      ], named: ["main.tf"])
    #expect(read.lines.contains("orders-database.shards.key = customer_id"))
    #expect(read.lines.contains("orders-function calls orders-database (env TABLE)"))
    #expect(read.reading.notes.contains { $0.sentence.contains("git::https://example.com") })
  }

  @Test func `a module is as many as its list has, and each takes its own arguments`() {
    let read = Imported(
      [
        "main.tf": """
        locals { sizes = { api = 3, worker = 4 } }
        module "svc" {
          source   = "./svc"
          for_each = local.sizes
          desired  = each.value
          queue    = aws_sqs_queue.jobs[1].url
        }
        resource "aws_sqs_queue" "jobs" { count = 2 }
        resource "aws_lambda_function" "f" {
          environment { variables = { NAME = module.svc["api"].name } }
        }
        """,
        "svc/main.tf": """
        variable "desired" {}
        variable "queue" {}
        resource "aws_ecs_service" "this" {
          desired_count   = var.desired
          task_definition = aws_ecs_task_definition.this.arn
        }
        resource "aws_ecs_task_definition" "this" {
          container_definitions = jsonencode([{ environment = [{ name = "Q", value = var.queue }] }])
        }
        output "name" { value = aws_ecs_service.this.name }
        """,
      ], named: ["main.tf"])
    for line in [
      "svc-api.replicas = 3", "svc-worker.replicas = 4", "svc-api publishes jobs-1 (env Q)",
      "svc-worker consumes jobs-1 (env Q)", "f calls svc-api (env NAME)",
    ] {
      #expect(read.lines.contains(line), "\(line)")
    }
    #expect(!read.lines.contains { $0.contains(" jobs-0 ") || $0.hasPrefix("f calls svc-worker") })
  }

  @Test func `well-known modules of the registry are read by their arguments`() {
    let read = read(
      """
      module "cache" {
        source       = "cloudposse/elasticache-redis/aws"
        cluster_size = 2
      }
      module "db" {
        source   = "registry.terraform.io/terraform-aws-modules/rds/aws"
        engine   = "mysql"
        multi_az = true
      }
      resource "aws_ecs_service" "shop" { task_definition = aws_ecs_task_definition.shop.arn }
      resource "aws_ecs_task_definition" "shop" {
        container_definitions = jsonencode([{
          name        = "shop"
          environment = [{ name = "DB_HOST", value = module.db.db_instance_address }]
        }])
      }
      """)
    #expect(read.lines.contains("cache.replicas = 2"))
    #expect(read.lines.contains("db.technology = amazon-rds, mysql"), "\(read.lines)")
    #expect(read.lines.contains("shop calls db (env DB_HOST)"))
  }

  @Test func `rights tell what a function does, and shared ones only ask`() {
    let policy = { (name: String) in
      """
      resource "aws_iam_role" "\(name)" {}
      resource "aws_iam_role_policy" "\(name)" {
        role   = aws_iam_role.\(name).id
        policy = <<-EOF
          { "Statement": [{ "Effect": "Allow", "Resource": "${aws_dynamodb_table.orders.arn}",
            "Action": ["dynamodb:PutItem", "dynamodb:Query", "logs:*"] }] }
        EOF
      }

      """
    }
    let function = { (name: String, role: String) in
      "resource \"aws_lambda_function\" \"\(name)\" { role = aws_iam_role.\(role).arn }\n"
    }
    let read = read(
      "resource \"aws_dynamodb_table\" \"orders\" {}\n" + policy("own") + policy("all")
        + function("writer", "own") + function("one", "all") + function("two", "all"))
    #expect(read.lines.contains("writer writes orders (right dynamodb:PutItem)"))
    #expect(read.lines.contains("writer reads orders (right dynamodb:Query)"))
    #expect(!read.lines.contains { $0.hasPrefix("one writes") || $0.hasPrefix("one calls") })
    let asked = read.reading.notes.flatMap(\.questions)
    #expect(asked.contains { $0.contains("does `one` call `orders`?") && $0.contains("share") })
  }

  @Test func `a load balancer reaches what stands behind its target groups`() {
    let read = read(
      """
      resource "aws_lb" "edge" { idle_timeout = 30 }
      resource "aws_lb_listener" "https" {
        load_balancer_arn = aws_lb.edge.arn
        default_action { target_group_arn = aws_lb_target_group.shop.arn }
      }
      resource "aws_lb_target_group" "shop" {
        deregistration_delay = 20
        stickiness {
          type    = "lb_cookie"
          enabled = true
        }
      }
      resource "aws_autoscaling_group" "shop" {
        min_size          = 2
        max_size          = 12
        target_group_arns = [aws_lb_target_group.shop.arn]
      }
      """)
    #expect(read.lines.contains("edge calls shop (aws_lb_listener https)"))
    #expect(read.lines.contains("edge.affinity = cookie"))
    #expect(read.lines.contains("shop.drain = 20s"))
    #expect(read.lines.contains("shop.replicas = 2..12"))
  }

  @Test func `what cannot be read is said with its place, and hides nothing else`() {
    let read = read(
      """
      resource "aws_sqs_queue" "one" {}
      resource "aws_sqs_queue" "two" {
        visibility_timeout_seconds = [1, 2
      }
      resource "aws_sqs_queue" "three" {}
      """)
    #expect(read.lines.contains("one: queue") && read.lines.contains("three: queue"))
    #expect(read.problems.count == 1)
    #expect(read.problems.contains { $0.code == "hcl-syntax" && $0.place?.start.line == 4 })
  }

  @Test func `values of secrets reach no output`() {
    let read = Imported(
      [
        "main.tf": """
        variable "db_password" { default = "hunter2-default" }
        resource "aws_lambda_function" "orders" {
          environment {
            variables = {
              TOKEN = "hunter2-token"
              URL   = "postgres://u:hunter2-url@db.example.com/x"
              COUNT = var.pool
            }
          }
        }
        resource "aws_db_instance" "db" {
          password = "hunter2-password"
          username = var.name
          user_data = <<EOF
        hunter2-heredoc
        EOF
        }
        resource "aws_ecs_task_definition" "t" {
          container_definitions = jsonencode([{ environment = [{ value = "hunter2-b" }] }])
          broken "hunter2-broken
        }
        """, "x.auto.tfvars": "pool = \"hunter2-vars\"\n",
      ], named: ["main.tf"])
    #expect(read.lines.contains("orders: function"))
    #expect(!read.everything.contains("hunter2"))
  }
}
