//! What a page costs, however many comments there are: no clock is asked, but what SQLite does is counted.

use rusqlite::StatementStatus;
use satr::article::Sort;

use super::{NewComment, PageQuery, Place, Store, erase, import, list, moderate};

/// How SQLite goes about it, step by step.
fn plan(store: &Store, query: &str) -> Vec<String> {
    let explain = |connection: &rusqlite::Transaction<'_>| {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {query}"))?;
        let parameters = rusqlite::params_from_iter(vec![1; statement.parameter_count()]);
        let steps = statement.query_map(parameters, |row| row.get::<_, String>(3))?;
        Ok(steps.collect::<Result<_, _>>()?)
    };
    store.connections.read(explain).unwrap()
}

/// It is read along an index, never sorted, never looked for.
#[test]
fn a_page_is_one_stretch_of_an_index() {
    let store = Store::open(&Place::Memory).unwrap();
    for (query, terms) in list::QUERIES.into_iter().zip([3, 3, 3, 2, 2]) {
        let plan = plan(&store, query);
        let search = plan.iter().find(|step| step.starts_with("SEARCH c ")).unwrap();
        assert!(search.matches(['=', '>', '<']).count() >= terms, "{plan:?}");
        for step in &plan {
            assert!(!step.contains("SCAN ") && !step.contains("TEMP B-TREE"), "{plan:?}");
        }
    }
}

/// What a moderator's page holds is sorted once more as it stands, but found by an index.
#[test]
fn nothing_is_looked_for_among_all_comments() {
    let store = Store::open(&Place::Memory).unwrap();
    for (query, index) in [moderate::QUERIES.as_slice(), erase::QUERIES.as_slice()].concat() {
        let plan = plan(&store, query);
        assert!(plan.iter().any(|step| step.contains(index)), "{index}: {plan:?}");
        for step in &plan {
            let is_whole = step.starts_with("SCAN c") && !step.contains(index);
            assert!(!is_whole, "{plan:?}");
        }
    }
}

/// What an import has brought is looked at, not what was there.
#[test]
fn an_import_counts_from_its_first_id() {
    let store = Store::open(&Place::Memory).unwrap();
    for query in import::RECOUNT {
        let plan = plan(&store, query);
        assert!(plan.iter().any(|step| step.starts_with("SEARCH c ") && step.contains("id>?")), "{plan:?}");
    }
}

/// What SQLite does for the first two pages of so many threads, in steps of its machine.
fn steps(threads: i64) -> i32 {
    const FILL: &str = "WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 3 * ?1) \
        INSERT INTO comments (id, article, parent, thread, author, email, text, created, state, up, score, replies) \
        SELECT n, 1, iif(n > ?1, (n - 1) % ?1 + 1, NULL), iif(n > ?1, (n - 1) % ?1 + 1, NULL), '', '', 'متن', \
        n * 7919 % 100000, 1, n % 50, n % 50, iif(n > ?1, 0, 2) FROM n";
    let store = Store::open(&Place::Memory).unwrap();
    store
        .connections
        .write(|transaction| {
            transaction.execute("INSERT INTO articles (id, name) VALUES (1, 'rain')", [])?;
            Ok(transaction.execute(FILL, [threads])?)
        })
        .unwrap();
    let article = "rain".parse().unwrap();
    for sort in [Sort::Newest, Sort::Oldest, Sort::Best] {
        let query = PageQuery { sort, ..PageQuery::default() };
        let after = store.list(&article, &query).unwrap().next;
        assert!(after.is_some());
        assert_eq!(store.list(&article, &PageQuery { after, ..query }).unwrap().comments.len(), 51);
    }
    let steps = |query: &&str| {
        let steps = |connection: &rusqlite::Transaction<'_>| {
            Ok(connection.prepare_cached(query)?.get_status(StatementStatus::VmStep))
        };
        store.connections.read(steps).unwrap()
    };
    list::QUERIES.iter().map(steps).sum()
}

#[test]
fn a_page_of_many_takes_the_work_of_a_page_of_few() {
    let few = steps(200);
    assert!(few > 1000, "{few}");
    assert!(steps(10_000) < few + few / 20);
}

#[test]
fn what_a_page_is_read_by_is_compiled_once() {
    let store = Store::open(&Place::Memory).unwrap();
    let article = "rain".parse().unwrap();
    for number in 0..3 {
        let key = format!("comment-{number}").parse().unwrap();
        store.post(&article, &NewComment { text: "متن".into(), ..NewComment::new(key) }, None).unwrap();
        store.list(&article, &PageQuery::default()).unwrap();
    }
    let again = |query: &&str| {
        let again = |connection: &rusqlite::Transaction<'_>| {
            Ok(connection.prepare_cached(query)?.get_status(StatementStatus::RePrepare))
        };
        store.connections.read(again).unwrap()
    };
    assert_eq!(list::QUERIES.iter().map(again).sum::<i32>(), 0);
}
