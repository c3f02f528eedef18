//! An article in, what readers wrote of it, and where they can write, out.

use axum::http::HeaderMap;
use satr::article::{Article, Draft, Said, Sort};

use super::Comments;
use super::answer::Failure;
use super::asker::visitor;
use super::page::Shown;
use crate::store::{ArticleName, PageQuery};

impl Comments {
    /// The comments of the article of this name, as they stand below it on its own page; they are at home at `url`. The
    /// article's own are taken over, and taken from it, and so are its rules for them.
    ///
    /// None where they cannot be had: an article is read without them.
    pub(crate) async fn below(
        &self,
        name: &str,
        url: String,
        article: &mut Article,
        headers: &HeaderMap,
    ) -> Option<Article> {
        article.discussion = article.discussion.take().filter(|discussion| discussion.closed);
        let own = std::mem::take(&mut article.comments);
        let of = Article { comments: own, ..article.clone() };
        article.discussion = None;
        article.comment_rules.clear();
        let found = self.try_below(name, url, of, headers).await;
        found
            .inspect_err(|failure| {
                tracing::error!(name, "an article is shown without its comments: {failure}")
            })
            .ok()
    }

    async fn try_below(
        &self,
        name: &str,
        url: String,
        mut article: Article,
        headers: &HeaderMap,
    ) -> Result<Article, Failure> {
        let name: ArticleName = name.parse().map_err(|_| Failure::NotFound)?;
        self.take_over(name.clone(), std::mem::take(&mut article.comments)).await;
        let query = PageQuery { visitor: visitor(headers), ..PageQuery::default() };
        let asked = name.clone();
        let page = self.store(move |store| store.list(&asked, &query)).await?;
        let shown = Shown { name, article, url, sort: Sort::default(), said: Said::default() };
        self.for_people(&shown, page, Draft::default())
    }
}
