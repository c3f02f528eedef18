//! Serves articles as pages, with their comments.

use std::fs;
use std::io::IsTerminal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::Router;
use clap::{Args, ValueEnum};
use satr_server::Site;
use satr_server::captcha::{Altcha, Question, Work};
use satr_server::comments::{self, Comments};
use satr_server::guard::{self, Guard, Origins, Proxy};
use satr_server::health::health;
use satr_server::moderation::{TOKEN, moderation, random_token};
use satr_server::serve::{Limits, serve, told_to_stop};
use satr_server::store::{Place, Shelf, Store};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::{Failure, write_stdout};

#[derive(Args)]
pub(crate) struct Serve {
    /// A folder with `articles/*.json` and `articles/*.txt`; without one, an article that comes along.
    folder: Option<PathBuf>,
    /// The port; 0 takes any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to bind; only this machine can reach the default one.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// The database of readers' comments, made if there is none; `:memory:` for one that ends with the program.
    #[arg(long, value_name = "FILE")]
    comments: Option<PathBuf>,
    /// What moderators log in with, of 16 characters at least; without it, one is made and told at the start.
    #[arg(long, env = "SATR_TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// An origin, like https://khabar.example, whose pages show these comments too; may be given again.
    #[arg(long = "origin", value_name = "URL", requires = "comments")]
    origins: Vec<String>,
    /// What keeps robots from writing: some work for their machine, and a question where there is no script; or nothing.
    #[arg(long, value_enum, default_value_t, requires = "comments")]
    captcha: Proof,
    /// Publish comments at once, not after a moderator has looked at them; but for what only a sum has proved.
    #[arg(long, requires = "comments")]
    unmoderated: bool,
    /// Delete e-mail addresses, and what tells who wrote, voted and reported, so many days after that; words and counts stay.
    #[arg(long, value_name = "DAYS", requires = "comments")]
    retention: Option<u32>,
    /// How many proxies of yours stand before the server: whom the first of them was asked by is the client.
    #[arg(long, value_name = "N", default_value_t = 0)]
    proxy_hops: usize,
    /// Where those proxies write it.
    #[arg(long, value_enum, default_value_t)]
    proxy_header: ProxyHeader,
    /// How to write the log, on standard error; the variable RUST_LOG says what of it.
    #[arg(long, value_enum, default_value_t)]
    log: Log,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Proof {
    /// ALTCHA's open proof of work, and a sum.
    #[default]
    Altcha,
    /// Nothing is to be proved.
    Off,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum ProxyHeader {
    /// `X-Forwarded-For`
    #[default]
    XForwardedFor,
    /// `Forwarded`, RFC 7239
    Forwarded,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Log {
    /// Lines to read.
    #[default]
    Text,
    /// An object a line.
    Json,
    /// Nothing.
    Off,
}

impl Serve {
    pub(crate) fn run(self) -> Result<(), Failure> {
        if let Some(folder) = &self.folder {
            fs::read_dir(folder).map_err(Failure::with(folder.display()))?;
        }
        self.log.start();
        let runtime = tokio::runtime::Runtime::new().map_err(Failure::with("starting"))?;
        runtime.block_on(self.serve())
    }

    async fn serve(self) -> Result<(), Failure> {
        let address = SocketAddr::new(self.host, self.port);
        let listener = TcpListener::bind(address).await.map_err(Failure::with(address))?;
        let bound = listener.local_addr().map_err(Failure::with(address))?;
        let site = self.folder.clone().map_or(Site::BuiltIn, Site::Folder);
        let mut told = format!("http://{bound}/\n");
        let routes = match &self.comments {
            None => satr_server::router(site).merge(health(|| true)),
            Some(place) => {
                let (store, made) = (open(place)?, self.made_token()?);
                told += &format!("http://{bound}/moderation\n");
                if let Some(token) = &made {
                    told += &format!("moderators log in with {token}\n");
                }
                let token = made.as_ref().or(self.token.as_ref()).map_or("", |token| token.trim());
                let routes = self.with_comments(site, &store, token)?;
                tokio::spawn(keep_clean(store, self.retention));
                routes
            }
        };
        write_stdout(&told)?;
        let routes = guard::logged(routes);
        let mut limits = Limits::default();
        if self.proxy_hops > 0 {
            // All connections are the proxy's.
            limits.client_connections = limits.connections;
        }
        serve(listener, routes, limits, told_to_stop()).await.map_err(Failure::with(bound))
    }

    /// A token, if none is given.
    fn made_token(&self) -> Result<Option<String>, Failure> {
        match self.token.as_deref().map(str::trim) {
            Some(token) => match token.chars().count() {
                TOKEN.. => Ok(None),
                found => {
                    let short =
                        format!("expected at least {TOKEN} characters that nobody guesses, found {found}");
                    Err(Failure::with("--token")(short))
                }
            },
            None => random_token().map(Some).map_err(Failure::with("making a token")),
        }
    }

    /// The site, its comments, the page they are looked after on, and whether all is well.
    fn with_comments(&self, site: Site, store: &Store, token: &str) -> Result<Router, Failure> {
        let guard = Guard::new(guard::Settings {
            origins: Origins::of(&self.origins).map_err(Failure::with("--origin"))?,
            proxy: match self.proxy_header {
                _ if self.proxy_hops == 0 => Proxy::None,
                ProxyHeader::XForwardedFor => Proxy::ForwardedFor(self.proxy_hops),
                ProxyHeader::Forwarded => Proxy::Forwarded(self.proxy_hops),
            },
            ..guard::Settings::default()
        });
        let mut settings = comments::Settings::new(Arc::new(site.clone()));
        settings.is_moderated = !self.unmoderated;
        if self.captcha == Proof::Altcha {
            settings.question = Some(Question::new(store.secret(), 60 * 60));
            settings.captcha = Some(Arc::new(Altcha::new(store.secret(), Work::default())));
        }
        let asked = store.clone();
        let is_well = move || asked.queue(Shelf::Waiting, None, 0).is_ok();
        Ok(satr_server::router_with(site, &Comments::new(store.clone(), settings), &guard)
            .merge(moderation(store.clone(), token, &guard))
            .merge(health(is_well)))
    }
}

impl Log {
    fn start(self) {
        let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
        let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
        match self {
            Self::Text => lines.with_target(false).with_ansi(std::io::stderr().is_terminal()).init(),
            Self::Json => lines.json().flatten_event(true).init(),
            Self::Off => {}
        }
    }
}

fn open(place: &Path) -> Result<Store, Failure> {
    let found =
        if place.as_os_str() == ":memory:" { Place::Memory } else { Place::File(place.to_path_buf()) };
    Store::open(&found).map_err(Failure::with(place.display()))
}

/// Forgets, now and every hour, what is kept no longer: used proofs, and who wrote, voted and reported, after so many days.
async fn keep_clean(store: Store, retention: Option<u32>) {
    const HOUR: Duration = Duration::from_secs(60 * 60);
    const DAY: i64 = 24 * 60 * 60;
    let mut hours = tokio::time::interval(HOUR);
    loop {
        hours.tick().await;
        let since_1970 = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
        let now = i64::try_from(since_1970).unwrap_or(i64::MAX);
        // Nothing is older than 1970.
        let before = retention.map_or(0, |days| now.saturating_sub(i64::from(days).saturating_mul(DAY)));
        let store = store.clone();
        match tokio::task::spawn_blocking(move || store.forget(before, now)).await {
            Ok(Ok(0)) => {}
            Ok(Ok(traces)) => tracing::info!(traces, "forgot who wrote, voted and reported"),
            Ok(Err(error)) => tracing::error!(%error, "nothing could be forgotten"),
            Err(error) => tracing::error!(%error, "nothing could be forgotten"),
        }
    }
}
