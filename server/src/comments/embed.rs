//! An article in, the same out with what readers wrote below it, and where they can write.

use axum::http::HeaderMap;
use satr::article::{Article, Draft, Said, Sort};

use super::Comments;
use super::answer::Failure;
use super::asker::visitor;
use super::page::Shown;
use crate::store::{ArticleName, PageQuery};

impl Comments {
    /// The article of this name as its own page shows it; its comments are at home at `url`.
    ///
    /// An article is read without its comments where those cannot be had.
    pub(crate) async fn below(
        &self,
        name: &str,
        url: String,
        article: Article,
        headers: &HeaderMap,
    ) -> Article {
        let plain = Article { comments: Vec::new(), discussion: None, ..article.clone() };
        match self.try_below(name, url, article, headers).await {
            Ok(article) => article,
            Err(failure) => {
                tracing::error!(name, "an article is shown without its comments: {failure}");
                plain
            }
        }
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
        let of = self.for_people(&shown, page, Draft::default())?;
        let Article { comments, comment_rules, discussion, .. } = of;
        Ok(Article { comments, comment_rules, discussion, ..shown.article })
    }
}
