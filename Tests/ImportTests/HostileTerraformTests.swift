import Import
import Testing
import TestSupport

/// Configurations and plans that nobody wrote.
@Suite struct HostileTerraformTests {
  private static func input(_ page: String) -> String {
    PageTests.pages.page(page).examples[0].input
  }

  @Test(arguments: [("terraform", "main.tf"), ("terraform-plan", "plan.json")])
  func `every beginning of a file is read`(_ page: String, _ path: String) {
    let bytes = Array(Self.input(page).utf8)
    for count in bytes.indices {
      _ = Imported([path: String(decoding: bytes[..<count], as: UTF8.self)], as: page)
    }
  }

  @Test(arguments: [("terraform", "main.tf"), ("terraform-plan", "plan.json")])
  func `files with some bytes changed are read`(_ page: String, _ path: String) {
    var random: UInt64 = 11
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let bytes = Array(Self.input(page).utf8)
    let signs = Array("{}[]()\"$%<\\=?:.,\n*-/!#e0".utf8)
    for _ in 0..<1000 {
      var mutant = bytes
      for _ in 0..<(1 + next(4)) { mutant[next(mutant.count)] = signs[next(signs.count)] }
      _ = Imported([path: String(decoding: mutant, as: UTF8.self)], as: page)
    }
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
