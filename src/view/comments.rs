//! What readers wrote: threads out of flat data, and the rules to write by.

use alloc::string::String;

use super::share::encoded;
use super::threads::Threads;
use super::{View, is_blank};
use crate::article::url::LinkUrl;
use crate::article::{Article, Comment, Discussion, Sort};
use crate::tree::{Attr, Class, Tag};

impl<'a> View<'a> {
    pub(super) fn comments(&mut self, article: &'a Article) {
        let Article { comments, comment_rules: rules, .. } = article;
        let home = self.home();
        let has_rules = rules.iter().any(|rule| !is_blank(rule));
        if comments.is_empty() && !has_rules && home.is_none() {
            return;
        }
        self.framed("comments", |view| {
            view.part(Tag::Section, Class::Comments, |view| {
                view.titled_by("comments");
                view.framed("head", |view| view.comments_head(comments.len()));
                if comments.is_empty() {
                    view.framed("none", |view| view.no_comments());
                } else {
                    view.threads(comments);
                }
                view.more();
                if home.is_some() {
                    view.form(comments, if has_rules { rules } else { &[] });
                } else if has_rules {
                    view.framed("rules", |view| view.rules(rules));
                }
            });
        });
    }

    /// The discussion, and its address, if readers can do more than read: no form is sent by mail.
    pub(super) fn home(&self) -> Option<(&'a Discussion, &'a LinkUrl)> {
        let discussion = self.discussion.filter(|_| self.options.discussion)?;
        let url = discussion.url.as_ref().filter(|url| !url.is_contact())?;
        Some((discussion, url))
    }

    /// An address that begins with that of the discussion, which may have parameters of its own; a place in it is none of
    /// what is below.
    pub(super) fn at_home(&self, path: &str, parameters: &[&str]) -> Option<LinkUrl> {
        let (_, url) = self.home()?;
        let (url, _) = url.as_str().split_once('#').unwrap_or((url.as_str(), ""));
        let (place, own) = url.split_at(url.find('?').unwrap_or(url.len()));
        if place.is_empty() && !path.is_empty() {
            return None; // below which page, only the page knows
        }
        let place = if path.is_empty() { place } else { place.trim_end_matches('/') };
        let mark = match (parameters.is_empty(), own.is_empty()) {
            (true, _) => "",
            (false, true) => "?",
            (false, false) => "&",
        };
        LinkUrl::parse(&[place, path, own, mark, &parameters.concat()].concat(), None).ok()
    }

    /// Whether comments are taken.
    pub(super) fn can_write(&self) -> bool {
        self.home().is_some_and(|(discussion, _)| !discussion.closed)
    }

    /// How many comments there are, of which so many are given.
    pub(super) fn counted(&self, given: usize) -> usize {
        self.discussion.and_then(|discussion| discussion.count).map_or(given, |count| count as usize)
    }

    fn comments_head(&mut self, given: usize) {
        self.part(Tag::Div, Class::CommentsHead, |view| {
            let level = view.heading(2);
            view.titled(level, "comments", |view| view.comment_count(view.counted(given)));
            match view.home() {
                Some((discussion, url)) if !discussion.thread.is_empty() => {
                    view.part(Tag::Nav, Class::Sort, |view| {
                        view.tree.attr(Attr::Label, view.messages.talk.order);
                        view.element(Tag::A, |view| {
                            view.tree.href(url);
                            view.tree.attr(Attr::Comments, "all");
                            view.tree.text(view.messages.talk.all_comments);
                        });
                    })
                }
                Some((discussion, _)) if given > 1 => view.sorts(discussion.sort),
                _ => {}
            }
        });
    }

    /// The orders there are, each a link to the comments in it.
    fn sorts(&mut self, chosen: Sort) {
        self.part(Tag::Nav, Class::Sort, |view| {
            view.tree.attr(Attr::Label, view.messages.talk.order);
            for (sort, word) in Sort::ALL.iter().zip(view.messages.talk.orders) {
                let Some(url) = view.at_home("", &["sort=", sort.name()]) else { continue };
                view.element(Tag::A, |view| {
                    view.tree.href(&url);
                    view.tree.attr(Attr::Comments, "sort");
                    if *sort == chosen {
                        view.tree.attr(Attr::Current, "true");
                    }
                    view.tree.text(word);
                });
            }
        });
    }

    fn no_comments(&mut self) {
        self.part(Tag::P, Class::Hint, |view| {
            view.tree.text(view.messages.talk.no_comments);
            if view.can_write() {
                view.tree.text(" ");
                let form = view.id("form");
                view.element(Tag::A, |view| {
                    view.tree.href_to(&form);
                    view.tree.text(view.messages.talk.be_first);
                });
            }
        });
    }

    /// What leads to the comments that come next.
    fn more(&mut self) {
        let Some((Discussion { next, sort, thread, .. }, _)) = self.home() else { return };
        let [thread, next] = [thread, next].map(|name| encoded(name));
        let [of, which] = if thread.is_empty() { ["sort=", sort.name()] } else { ["thread=", &thread] };
        let url = self.at_home("", &[of, which, "&after=", &next]).filter(|_| !next.is_empty());
        if let Some(url) = url {
            self.framed("more", |view| {
                view.load(&url, "more", |view| view.tree.text(view.messages.talk.more_comments))
            });
        }
    }

    /// What leads to more: for a script, by what `act` does.
    pub(super) fn load(&mut self, url: &LinkUrl, act: &str, fill: impl FnOnce(&mut Self)) {
        self.part(Tag::A, Class::Load, |view| {
            view.tree.href(url);
            view.tree.attr(Attr::Comments, act);
            fill(view);
        });
    }

    pub(super) fn comment_count(&mut self, count: usize) {
        if count == 0 {
            self.tree.text(self.messages.talk.comments);
        } else {
            self.number(count);
            self.tree.text(" ");
            self.tree.text(self.messages.talk.comment);
        }
    }

    /// Threads of two levels: every reply stands below the comment that started its thread, in the order of
    /// the data, and says whom it answers. What is of another slice is left to it.
    pub(super) fn threads(&mut self, comments: &[Comment]) {
        let threads = Threads::of(comments);
        self.element(Tag::Ol, |view| {
            let mut drawn = 0;
            for (place, starter) in threads.starters().enumerate().skip(view.slice.thread) {
                if drawn >= view.slice.comments {
                    view.next_thread = Some(place);
                    break;
                }
                view.comment(comments, &threads, starter);
                drawn += 1 + threads.replies(starter).len();
            }
        });
    }

    pub(super) fn rules(&mut self, rules: &[String]) {
        if rules.is_empty() {
            return;
        }
        self.part(Tag::Aside, Class::Rules, |view| {
            view.titled_by("rules");
            let level = view.heading(3);
            view.titled(level, "rules", |view| view.tree.text(view.messages.talk.rules));
            view.part(Tag::Ul, Class::List, |view| {
                for rule in rules.iter().filter(|rule| !is_blank(rule)) {
                    view.element(Tag::Li, |view| view.text(rule));
                }
            });
        });
    }
}
