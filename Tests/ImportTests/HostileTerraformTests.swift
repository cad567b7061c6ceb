import Import
import Testing
import TestSupport

/// Configurations and plans that nobody wrote.
@Suite struct HostileTerraformTests {
  @Test(arguments: [("terraform", "main.tf"), ("terraform-plan", "plan.json")])
  func `every beginning of a file is read`(_ page: String, _ path: String) {
    Imported.readBeginnings(of: HostileImportTests.example(page), as: path, format: page)
  }

  @Test(arguments: [("terraform", "main.tf"), ("terraform-plan", "plan.json")])
  func `files with some bytes changed are read`(_ page: String, _ path: String) {
    Imported.readMutants(
      of: HostileImportTests.example(page), count: 1000,
      signs: "{}[]()\"$%<\\=?:.,\n*-/!#e0", seed: 11, as: path, format: page)
  }

  @Test(arguments: [
    "a = " + String(repeating: "[", count: 5000), "a = " + String(repeating: "-", count: 5000),
    "a = " + String(repeating: "(", count: 5000), String(repeating: "a {", count: 5000),
    "a = \"" + String(repeating: "${", count: 5000), "a = " + String(repeating: "a[", count: 5000),
    "a = " + String(repeating: "x ? ", count: 5000), "a = b" + String(repeating: ".c", count: 5000),
    "a = 1" + String(repeating: " + 1", count: 5000),
    "a = b" + String(repeating: "[0]", count: 5000),
    "a = <<EOF\n" + String(repeating: "%{", count: 5000), "a = \"\\", "a = <<", "a = 1 +",
  ])
  func `what is nested without end comes to one`(_ text: String) {
    _ = Imported([
      "main.tf": "locals {\n\(text)\n}\nresource \"aws_sqs_queue\" \"q\" { a = local.a }"
    ])
  }

  @Test func `values and modules that repeat themselves come to an end`() {
    let locals = (1..<60).map { "l\($0) = [local.l\($0 - 1), local.l\($0 - 1)]" }
    let texts = (1..<60).map { "t\($0) = \"${local.t\($0 - 1)}${local.t\($0 - 1)}\"" }
    let read = Imported(
      [
        "main.tf": """
        locals {
          l0 = aws_dynamodb_table.t.name
          t0 = "text"
          ring = local.gnir
          gnir = local.ring
          \((locals + texts).joined(separator: "\n  "))
        }
        resource "aws_dynamodb_table" "t" { hash_key = local.t59 }
        resource "aws_lambda_function" "f" {
          timeout = local.ring
          environment { variables = { A = local.l59 } }
        }
        module "me" { source = "./" }
        module "a" { source = "./a" }
        """,
        "a/main.tf": "module \"x\" { source = \"../a\" }\nmodule \"y\" { source = \"../a\" }\n",
      ], named: ["main.tf"])
    #expect(read.lines.contains("f: function"))
  }
}
