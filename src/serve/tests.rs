//! Owns what the preview promises, tried over real connections on a folder that really changes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use super::*;

/// How long a change may take to be seen, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long nothing must happen to be taken for nothing.
const SILENCE: Duration = Duration::from_millis(400);

/// A server over a folder whose `pages/home.txt` says what a build does: `fail…` fails with this text, `panic…` panics with it,
/// `trap` gives a site that can't be rendered, and anything else becomes the home page.
struct Preview {
    root: TempDir,
    port: u16,
    events: mpsc::Receiver<String>,
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

fn build(root: &Path, changed: Option<&[PathBuf]>) -> Outcome {
    let text = fs::read_to_string(root.join("pages/home.txt")).unwrap_or_else(|_| "fail: no home".to_owned());
    if text.starts_with("panic") {
        panic!("{text}");
    }
    if text.starts_with("fail") {
        return Outcome::Failed(text);
    }
    let changed = changed.map_or(String::new(), |paths| format!(" {}", paths.len()));
    Outcome::Good(Arc::new(move |path| {
        assert_ne!(text, "trap", "rendering fails");
        let found = match path {
            "index.html" => format!("<body>home: {text}{changed}</body>"),
            "fr/index.html" => "<body>accueil</body>".to_owned(),
            "a.css" => "</body>".to_owned(),
            "404.html" => "<body>nothing here</body>".to_owned(),
            _ => return None,
        };
        Some(found.into_bytes().into())
    }))
}

fn start(home: &str) -> Preview {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("pages/deep")).unwrap();
    fs::create_dir_all(root.path().join("dist")).unwrap();
    fs::write(root.path().join("pages/home.txt"), home).unwrap();
    let (ready, address) = mpsc::channel();
    let (sender, events) = mpsc::channel();
    let folder = root.path().canonicalize().unwrap();
    let options = Options {
        root: root.path().to_owned(),
        ignore: root.path().join("dist"),
        port: Some(0),
        on_ready: Box::new(move |address| ready.send(address.to_owned()).unwrap()),
        on_event: Box::new(move |event| drop(sender.send(format!("{event:?}")))),
    };
    thread::spawn(move || run(options, move |changed| build(&folder, changed)));
    let address = address.recv_timeout(PATIENCE).unwrap();
    let port = address.strip_prefix("http://127.0.0.1:").and_then(|rest| rest.strip_suffix('/')).unwrap();
    Preview { root, port: port.parse().unwrap(), events }
}

impl Preview {
    fn write(&self, path: &str, text: &str) {
        fs::write(self.root.path().join(path), text).unwrap();
    }

    /// Changes what a build does, at once: a build that comes upon a half-written file would be one that no test expects.
    fn home(&self, text: &str) {
        self.write("pages/.home.txt.tmp", text);
        fs::rename(self.root.path().join("pages/.home.txt.tmp"), self.root.path().join("pages/home.txt")).unwrap();
    }

    fn send(&self, request: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut text = String::new();
        self.send(&request).read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers =
            lines.map(|line| line.split_once(": ").unwrap()).map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Answer { status, headers: headers.collect(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "localhost:4400")
    }

    /// Follows the stream of events.
    fn listen(&self) -> Stream {
        Stream(self.send("GET /__clustersite/events HTTP/1.1\r\nHost: localhost\r\n\r\n"))
    }
}

struct Stream(BufReader<TcpStream>);

impl Stream {
    /// The next message: the revision and the findings.
    fn next(&mut self) -> (String, Option<String>) {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                let value: Value = serde_json::from_str(data).unwrap();
                return (value["revision"].as_str().unwrap().to_owned(), value["findings"].as_str().map(str::to_owned));
            }
        }
    }
}

#[test]
fn pages_are_served_with_the_script_and_other_files_as_they_are() {
    let preview = start("hello");
    let home = preview.get("/?x=1");
    assert_eq!(home.status, 200);
    assert_eq!(home.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!(home.headers["cache-control"], "no-store");
    let (before, after) = home.body.split_once("<script src=\"/__clustersite/live.js\" data-revision=\"").unwrap();
    assert_eq!(before, "<body>home: hello");
    let (revision, end) = after.split_once('"').unwrap();
    assert_eq!(end, " defer></script>\n</body>");
    assert_eq!(preview.listen().next(), (revision.to_owned(), None));

    let style = preview.get("/a.css");
    assert_eq!((style.status, style.body.as_str()), (200, "</body>"));
    assert_eq!(style.headers["content-type"], "text/css; charset=utf-8");
    let script = preview.get("/__clustersite/live.js");
    assert_eq!((script.status, script.body.as_str()), (200, page::SCRIPT));
    assert_eq!(script.headers["content-type"], "text/javascript; charset=utf-8");
}

#[test]
fn a_folder_without_a_slash_leads_to_the_one_with_it() {
    let preview = start("hello");
    let answer = preview.get("/fr?a=b&c");
    assert_eq!((answer.status, answer.headers["location"].as_str()), (307, "/fr/?a=b&c"));
    assert!(preview.get("/fr/").body.starts_with("<body>accueil<script"));
}

#[test]
fn what_is_missing_gets_the_page_of_the_site_for_it() {
    let preview = start("hello");
    for path in ["/missing", "/fr/missing/", "/../a.css", "/%2e%2e/a.css", "//a.css", "/%ff", "/__clustersite/other"] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.starts_with("<body>nothing here<script"), "{path}");
    }
}

#[test]
fn only_reading_is_answered() {
    let preview = start("hello");
    for path in ["/", "/a.css", "/missing", "/__clustersite/events"] {
        let answer = preview.ask("HEAD", path, "localhost");
        assert_eq!((answer.status, answer.body.as_str()), (if path == "/missing" { 404 } else { 200 }, ""), "{path}");
        assert!(answer.headers.contains_key("content-type"), "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = preview.ask(method, "/", "localhost");
        assert_eq!((answer.status, answer.headers["allow"].as_str()), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn other_hosts_get_nothing() {
    let preview = start("secret");
    for path in ["/", "/a.css", "/__clustersite/events", "/__clustersite/live.js"] {
        let answer = preview.ask("GET", path, "evil.example");
        assert_eq!(answer.status, 403, "{path}");
        assert!(!answer.body.contains("secret"), "{path}");
    }
}

#[test]
fn the_last_good_site_stays_and_open_pages_hear_of_everything() {
    let preview = start("one");
    let mut stream = preview.listen();
    let (first, _) = stream.next();

    preview.home("fail: <b>bad</b>\nsecond line");
    assert_eq!(stream.next(), (first.clone(), Some("fail: <b>bad</b>\nsecond line".to_owned())));
    assert!(preview.get("/").body.starts_with("<body>home: one<script"));

    preview.home("panic: oops");
    let (revision, findings) = stream.next();
    assert_eq!(revision, first);
    assert!(findings.unwrap().ends_with("panic: oops"));
    assert!(preview.get("/").body.starts_with("<body>home: one<script"));

    preview.home("two");
    let (second, findings) = stream.next();
    assert_ne!(second, first);
    assert_eq!(findings, None);
    let home = preview.get("/").body;
    assert!(home.starts_with("<body>home: two 1<script"), "{home}");
    assert!(home.contains(&second));
    let events: Vec<String> = preview.events.try_iter().collect();
    assert!(events.iter().any(|event| event.contains("Changed") && event.contains("pages/home.txt")), "{events:?}");
    assert!(events.iter().any(|event| event == "Panicked(\"panic: oops\")"), "{events:?}");
}

#[test]
fn without_a_site_the_findings_are_the_page_until_there_is_one() {
    let preview = start("fail: <script>alert(1)</script>");
    for path in ["/", "/a.css", "/fr"] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 503, "{path}");
        assert!(answer.body.contains("fail: &lt;script&gt;alert(1)"), "{}", answer.body);
        assert!(answer.body.contains("data-waiting"));
    }
    let mut stream = preview.listen();
    let (first, _) = stream.next();
    preview.home("panic: still");
    let (second, _) = stream.next();
    assert_ne!(second, first, "the page has the findings in it, so it has to be loaded anew");
    preview.home("hello");
    let (third, findings) = stream.next();
    assert_ne!(third, second);
    assert_eq!(findings, None);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn a_page_that_cannot_be_rendered_takes_nothing_else_down() {
    let preview = start("trap");
    assert_eq!(preview.get("/").status, 500);
    assert_eq!(preview.get("/__clustersite/live.js").status, 200);
    let mut stream = preview.listen();
    stream.next();
    preview.home("hello");
    stream.next();
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn changes_are_seen_wherever_sources_may_be_and_nowhere_else() {
    let preview = start("hello");
    let root = preview.root.path();
    let expect_build = |path: &str| {
        let mut events = vec![preview.events.recv_timeout(PATIENCE).expect(path)];
        // What belongs to the same change may come in a second build on a busy machine.
        events.extend(std::iter::from_fn(|| preview.events.recv_timeout(SILENCE).ok()));
        assert!(events.iter().any(|event| event.contains(&format!("/{path}\""))), "{path}: {events:?}");
    };
    preview.write("cluster.yaml", "name: x");
    expect_build("cluster.yaml");
    preview.write("pages/deep/new.md", "x");
    expect_build("pages/deep/new.md");
    fs::create_dir(root.join("later")).unwrap();
    expect_build("later");
    preview.write("later/file.md", "x");
    expect_build("later/file.md");
    preview.home("as editors do: the new file takes the other's place");
    expect_build("pages/home.txt");
    fs::rename(root.join("later"), root.join("moved")).unwrap();
    expect_build("moved");
    preview.write("moved/file.md", "y");
    expect_build("moved/file.md");
    fs::remove_file(root.join("pages/deep/new.md")).unwrap();
    expect_build("pages/deep/new.md");

    fs::create_dir(root.join(".git")).unwrap();
    preview.write("dist/index.html", "output");
    preview.write(".git/index", "history");
    preview.write("pages/.home.txt.swp", "swap");
    preview.write("pages/home.txt~", "backup");
    let _read = fs::read(root.join("pages/home.txt")).unwrap();
    assert_eq!(preview.events.recv_timeout(SILENCE), Err(mpsc::RecvTimeoutError::Timeout));
}

#[test]
fn a_burst_of_changes_is_few_builds() {
    let preview = start("hello");
    let start = Instant::now();
    for number in 0..200 {
        preview.write(&format!("pages/{number}.md"), "x");
    }
    let burst = start.elapsed();
    preview.events.recv_timeout(PATIENCE).unwrap();
    let mut builds = 1;
    while preview.events.recv_timeout(SILENCE).is_ok() {
        builds += 1;
    }
    let most = 5 + burst.as_millis() / 10;
    assert!(builds <= most, "{builds} builds for one burst of {burst:?}");
}

#[test]
fn a_port_that_is_taken_is_reported_if_it_was_asked_for_and_passed_over_if_not() {
    let taken = bind(Some(0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = bind(Some(port)).unwrap_err();
    assert!(error.to_string().contains(&port.to_string()) && error.help().is_some(), "{error}");
    let (one, other) = (bind(None).unwrap(), bind(None).unwrap());
    for listener in [&one, &other] {
        let address = listener.local_addr().unwrap();
        assert!(PORTS.contains(&address.port()) && address.ip().is_loopback(), "{address}");
    }
}

#[test]
fn sources_that_are_not_there_are_reported() {
    let options = Options {
        root: "/nowhere/at/all".into(),
        ignore: "/nowhere/dist".into(),
        port: Some(0),
        on_ready: Box::new(|_| panic!("nothing is served")),
        on_event: Box::new(|_| {}),
    };
    let error = run(options, |_| Outcome::Failed(String::new())).unwrap_err();
    assert!(error.to_string().contains("/nowhere/at/all"), "{error}");
}
