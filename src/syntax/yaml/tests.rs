use super::*;
use crate::source::Sources;
use crate::syntax::Value;

fn show(node: &Node) -> String {
    match &node.value {
        Value::Scalar(s) => format!("{:?}{}", s.text, if s.plain { "" } else { "q" }),
        Value::List(i) => format!("[{}]", i.iter().map(show).collect::<Vec<_>>().join(", ")),
        Value::Map(e) => {
            format!("{{{}}}", e.iter().map(|(k, v)| format!("{}: {}", k.text, show(v))).collect::<Vec<_>>().join(", "))
        }
    }
}
#[test]
fn dump() {
    let text = std::fs::read_to_string("/tmp/w/syntax-scratch/all.txt").unwrap();
    for l in text.lines() {
        let t = l
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\r", "\r")
            .replace("␀", "\0")
            .replace("␇", "\u{7}")
            .replace("␛", "\u{feff}");
        let sources = Sources::from_memory([("t", t.as_str())]);
        let (file, _) = sources.find("t").unwrap();
        let mut p = Vec::new();
        let n = parse(&t, file, 0, &mut p);
        println!("=== {l}\n   {}", n.as_ref().map_or("None".into(), show));
        for p in p {
            let a = sources.line_column(file, p.span.start);
            println!(
                "   {:?} {}:{} «{}» {}\n        help: {} {:?}",
                p.kind,
                a.line,
                a.column,
                sources.slice(p.span),
                p.message,
                p.help.unwrap_or_default(),
                p.related.iter().map(|r| (sources.line_column(file, r.0.start).line, r.1.clone())).collect::<Vec<_>>()
            );
        }
    }
}
