/// ModelContext: what `tenfold mcp` says to an assistant, by the Model Context Protocol
/// (https://modelcontextprotocol.io, JSON-RPC 2.0, a message per line).
///
/// A line in, a line out: `Session` takes what came and says what to do with it. Nothing here reads
/// a file, starts a thread or knows a stream; files come through the `Workspace`. The folders:
///
/// - `Protocol`: messages, errors, revisions and the forms of parameters.
/// - `Tools`: what an assistant can ask, a tool per file; `Tool+Table.swift` lists them.
///
/// A message is untrusted like a description: all that it holds is bounded, and a tool that cannot
/// do its job says so in a result that the assistant reads.
