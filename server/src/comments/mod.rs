//! Requests of readers in, comments out: lists, threads, what they write, vote and report.
//! Floor 3. Uses: store, captcha, guard.
//!
//! | request | answer |
//! | --- | --- |
//! | `GET /?of=a,b` | how many comments each article has |
//! | `GET /NAME?sort=…&after=…&thread=…&reply=…` | an article of comments |
//! | `POST /NAME` | takes a comment |
//! | `GET /NAME/captcha` | a challenge |
//! | `POST /NAME/ID` | takes a vote or a report |
//!
//! Answers are JSON for whoever accepts it, else pages. The routes may be nested under any path.
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! use satr_server::Site;
//! use satr_server::comments::{Comments, Settings};
//! use satr_server::guard::Guard;
//! use satr_server::store::{Place, Store};
//!
//! let store = Store::open(&Place::File("comments.db".into()))?;
//! let comments = Comments::new(store, Settings::new(Arc::new(Site::BuiltIn)));
//! let guard = Guard::new(Default::default());
//! let routes: axum::Router = axum::Router::new().nest("/comments", comments.router(&guard));
//! # Ok::<(), satr_server::store::StoreError>(())
//! ```

mod act;
mod answer;
mod asker;
mod body;
mod embed;
mod list;
mod page;
mod post;
mod prove;
mod submission;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]
mod turn_tests;

use std::collections::HashSet;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, RwLock};
use std::time::{Duration, SystemTime};

use axum::routing::{get, post};
use axum::{Extension, Router};
use satr::article::url::LinkUrl;
use satr::article::{Article, Comment};
use satr::date::Timestamp;
use tokio::sync::Semaphore;

use crate::captcha::{Captcha, Question};
use crate::guard::{Budget, Guard};
use crate::store::{ArticleName, Store, StoreError};
use answer::Failure;

/// An article that is being looked for.
pub type Sought<'a> = Pin<Box<dyn Future<Output = io::Result<Option<Article>>> + Send + 'a>>;

/// Where the articles are that comments are of.
pub trait Articles: Send + Sync + fmt::Debug {
    /// The article of this name. Its own comments are taken over into the store, once; of the rest its headline, language,
    /// rules for comments, and whether its discussion is closed are asked for.
    fn article<'a>(&'a self, name: &'a str) -> Sought<'a>;

    /// Where its page is.
    fn address(&self, name: &str) -> Option<LinkUrl>;
}

/// The most characters that a comment can be let have: a Persian letter takes six bytes of a form, whose body has
/// [`BODY`](crate::guard::BODY) at most.
pub const LIMIT: u32 = 10_000;

/// What comments are taken, and how.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the articles are.
    pub articles: Arc<dyn Articles>,
    /// Whether comments are looked at before they are published.
    pub is_moderated: bool,
    /// Whether no more are taken of any article.
    pub is_closed: bool,
    /// The most characters of a comment, as readers count them; 0, or more than [`LIMIT`], is that.
    pub limit: u32,
    /// What a comment must keep to, where its article does not say.
    pub rules: Vec<String>,
    /// What scripts prove by that a comment is no robot's.
    pub captcha: Option<Arc<dyn Captcha>>,
    /// What people prove it by that have no script. Where there is a captcha and no question, they cannot write. It is no
    /// barrier to robots: what it alone proves is always looked at first, and has a small budget
    /// ([`Budget::Question`]).
    pub question: Option<Question>,
}

impl Settings {
    /// Comments of 2,000 characters, that are looked at first, and for which nothing is to be proved.
    #[must_use]
    pub fn new(articles: Arc<dyn Articles>) -> Self {
        Self {
            articles,
            is_moderated: true,
            is_closed: false,
            limit: 2000,
            rules: Vec::new(),
            captcha: None,
            question: None,
        }
    }
}

/// The comments of a host. Cloning is cheap.
#[derive(Debug, Clone)]
pub struct Comments(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    store: Store,
    settings: Settings,
    /// Who writes has it.
    writing: Arc<Semaphore>,
    /// The articles whose own comments are known to be taken over: that lasts, so the store is asked but once.
    taken_over: RwLock<HashSet<ArticleName>>,
}

impl Comments {
    /// Comments that are kept in this store.
    #[must_use]
    pub fn new(store: Store, mut settings: Settings) -> Self {
        settings.limit = if settings.limit == 0 { LIMIT } else { settings.limit.min(LIMIT) };
        Self(Arc::new(Inner {
            store,
            settings,
            writing: Arc::new(Semaphore::new(1)),
            taken_over: RwLock::default(),
        }))
    }

    /// Their routes, to be nested where they are wanted.
    pub fn router(&self, guard: &Guard) -> Router {
        let reading = |methods| guard.limited(Budget::Read, methods);
        let routes = Router::new()
            .route("/", reading(get(list::counts)))
            .route(
                "/{article}",
                // It spends its budget itself: what was typed is not lost with it.
                reading(get(list::list)).merge(post(post::post).layer(Extension(guard.clone()))),
            )
            .route("/{article}/captcha", guard.limited(Budget::Captcha, get(list::challenge)))
            .route("/{article}/{id}", guard.limited(Budget::Act, post(act::act)))
            .with_state(self.clone());
        guard.public(routes)
    }

    fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Asks the store where that may block.
    async fn store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure> {
        let comments = self.clone();
        Ok(blocking(move || work(&comments.0.store)).await??)
    }

    /// Has the store write. One waits for another here, where waiting costs nothing and ends with the request, not there:
    /// else a locked database would take all threads, and nobody could read. Whose turn does not come soon is told that the
    /// database is busy, by an answer of ours: waiting longer would end in the guard's, in which what was typed is lost.
    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure> {
        const PATIENCE: Duration = Duration::from_secs(4);
        let turn = tokio::time::timeout(PATIENCE, self.0.writing.clone().acquire_owned())
            .await
            .map_err(|_| StoreError::Busy)?;
        self.store(move |store| {
            let done = work(store);
            drop(turn);
            done
        })
        .await
    }

    /// The article of this name, its own comments taken over.
    async fn article(&self, name: &str) -> Result<(ArticleName, Article), Failure> {
        let known: ArticleName = name.parse().map_err(|_| Failure::NotFound)?;
        let mut article = self.settings().articles.article(name).await?.ok_or(Failure::NotFound)?;
        let own = std::mem::take(&mut article.comments);
        self.take_over(known.clone(), own).await;
        Ok((known, article))
    }

    /// Sees to it that the own comments of these articles are taken over, as far as there are such articles.
    async fn take_over_all(&self, names: &[ArticleName]) -> Result<(), Failure> {
        let asked = names.to_vec();
        let is_done = move |store: &Store| asked.iter().map(|name| store.is_imported(name)).collect();
        let is_done: Vec<bool> = self.store(is_done).await?;
        for (name, _) in names.iter().zip(is_done).filter(|(_, is_done)| !is_done) {
            if let Some(article) = self.settings().articles.article(name.as_str()).await?
                && !self.take_over(name.clone(), article.comments).await
            {
                break;
            }
        }
        Ok(())
    }

    /// Whether it is done. Until then readers have to do without: that is no reason to show them nothing, or to let them
    /// wait for a database that takes nothing just now.
    async fn take_over(&self, name: ArticleName, own: Vec<Comment>) -> bool {
        const PATIENCE: Duration = Duration::from_secs(1);
        if self.0.taken_over.read().is_ok_and(|known| known.contains(&name)) {
            return true;
        }
        let (asked, known) = (name.clone(), name.clone());
        let done = match self.store(move |store| store.is_imported(&asked)).await {
            Ok(false) => {
                let import = self.write(move |store| store.import(&name, &own, now().unix_seconds()));
                match tokio::time::timeout(PATIENCE, import).await {
                    Ok(done) => done.map(drop),
                    Err(_) => Err(StoreError::Busy.into()),
                }
            }
            is_done => is_done.map(drop),
        };
        match &done {
            Ok(()) => drop(self.0.taken_over.write().map(|mut all| all.insert(known))),
            Err(failure) => tracing::error!("an article's own comments were not taken over: {failure}"),
        }
        done.is_ok()
    }
}

/// Does what may block without holding up others.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(Failure::Panicked)
}

fn now() -> Timestamp {
    let since_1970 = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    Timestamp::from_unix_seconds(i64::try_from(since_1970).unwrap_or_default())
}
