//! Owns the conversation with the browser: who may ask, what is answered, and the stream that tells open pages of new builds.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::lookup::{self, Found};
use super::page;
use super::state::State;

/// Where open pages hear of new builds.
const EVENTS_PATH: &str = "/__clustersite/events";

/// How often a silent stream says that it is alive, so that closed pages are noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// What the current state is read from.
type States = watch::Receiver<Arc<State>>;

/// Answers requests for as long as the process lives.
pub(super) async fn serve(listener: TcpListener, states: States) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let app = Router::new().fallback(move |request: Request| respond(states.clone(), request));
    axum::serve(listener, app).await
}

async fn respond(states: States, request: Request) -> Response {
    let mut response = if !is_local(request.headers(), request.uri()) {
        text(StatusCode::FORBIDDEN, "this preview answers only to the names of this computer, such as localhost\n")
    } else if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut response = text(StatusCode::METHOD_NOT_ALLOWED, "this preview only answers GET and HEAD\n");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        response
    } else {
        match request.uri().path() {
            page::SCRIPT_PATH => content(StatusCode::OK, page::SCRIPT_PATH, Body::from(page::SCRIPT)),
            EVENTS_PATH => events(states),
            _ => site(states, request.uri().clone()).await,
        }
    };
    // Nothing is kept, since the next request may want the next build. Other sites may not embed what only this computer shall see.
    let always = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in always {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if request.method() == Method::HEAD {
        // The stream of events would never end.
        *response.body_mut() = Body::empty();
    }
    response
}

/// Answers from the last good site. Rendering may take its time, or panic, so it has a thread of its own.
async fn site(states: States, uri: Uri) -> Response {
    let state = Arc::clone(&states.borrow());
    let answer = tokio::task::spawn_blocking(move || {
        let Some(site) = &state.site else {
            return content(StatusCode::SERVICE_UNAVAILABLE, ".html", page::waiting(&state).into());
        };
        match lookup::find(site, uri.path()) {
            Found::File(path, bytes) => file(StatusCode::OK, &path, bytes, &state),
            Found::Folder => to_folder(&uri),
            Found::Nothing => match site("404.html") {
                Some(bytes) => file(StatusCode::NOT_FOUND, "404.html", bytes, &state),
                None => content(StatusCode::NOT_FOUND, ".html", page::not_found(&state).into()),
            },
        }
    });
    answer.await.unwrap_or_else(|_| {
        text(StatusCode::INTERNAL_SERVER_ERROR, "a fault of clustersite itself: rendering this file failed\n")
    })
}

/// A file of the site; pages get the script.
fn file(status: StatusCode, path: &str, bytes: Arc<[u8]>, state: &State) -> Response {
    let is_page = path.ends_with(".html");
    let body = if is_page { page::with_script(&bytes, state).into() } else { Body::from(Bytes::from_owner(bytes)) };
    content(status, path, body)
}

/// Sends the browser to the same address with a slash, query included. The lookup has seen to it that the path begins with one slash,
/// so the browser stays on this host.
fn to_folder(uri: &Uri) -> Response {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let address = format!("{}/{query}", uri.path());
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, address)]).into_response()
}

/// The state now, and again whenever it changes.
fn events(states: States) -> Response {
    let stream = WatchStream::new(states).map(|state| Ok::<_, Infallible>(Event::default().data(state.message())));
    Sse::new(stream).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response()
}

fn content(status: StatusCode, path: &str, body: Body) -> Response {
    (status, [(header::CONTENT_TYPE, lookup::content_type(path))], body).into_response()
}

fn text(status: StatusCode, text: &'static str) -> Response {
    content(status, ".txt", Body::from(text))
}

/// Whether the request was meant for this computer. A page of another site can have its own name lead here (DNS rebinding), and would
/// then read drafts as if they were its own; but it can't make the browser send another name than that.
fn is_local(headers: &HeaderMap, uri: &Uri) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let named = uri.authority().is_none_or(is_loopback);
    named && host.to_str().ok().and_then(|host| host.parse().ok()).is_some_and(|host| is_loopback(&host))
}

fn is_loopback(authority: &Authority) -> bool {
    let host = authority.host().to_ascii_lowercase();
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(&host);
    host == "localhost" || host.ends_with(".localhost") || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_of_this_computer_are_answered() {
        let cases = [
            (&["localhost"][..], true),
            (&["localhost:4400"], true),
            (&["LocalHost:80"], true),
            (&["cluster.localhost:4400"], true),
            (&["127.0.0.1:4400"], true),
            (&["127.1.2.3"], true),
            (&["[::1]:4400"], true),
            (&[], false),
            (&[""], false),
            (&["evil.example:4400"], false),
            (&["evillocalhost"], false),
            (&["localhost.evil.example"], false),
            (&["127.0.0.1.evil.example"], false),
            (&["localhost@evil.example"], false),
            (&["192.168.0.1:4400"], false),
            (&["0.0.0.0:4400"], false),
            (&["[::]:4400"], false),
            (&["[::ffff:10.0.0.1]"], false),
            (&["localhost", "evil.example"], false),
            (&["evil.example", "localhost"], false),
        ];
        for (hosts, expected) in cases {
            let headers = hosts.iter().map(|host| (header::HOST, HeaderValue::from_static(host))).fold(
                HeaderMap::new(),
                |mut headers, (name, value)| {
                    headers.append(name, value);
                    headers
                },
            );
            assert_eq!(is_local(&headers, &Uri::from_static("/")), expected, "{hosts:?}");
            assert!(!is_local(&headers, &Uri::from_static("http://evil.example/")), "{hosts:?}");
        }
    }
}
