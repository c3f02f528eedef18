//! Votes and reports.

use satr_server::store::Shelf;

use super::*;

#[tokio::test]
async fn a_script_votes_and_takes_it_back() {
    let host = Host::new(open());
    let url = format!("{URL}/{}", host.given(0, None));
    for (act, up, down, vote) in
        [("up", 1, 0, "up"), ("up", 1, 0, "up"), ("down", 0, 1, "down"), ("none", 0, 0, "none")]
    {
        let answer = host.send(&url, &json!({"act": act})).await;
        assert_eq!(
            (answer.status, answer.json()),
            (StatusCode::OK, json!({"up": up, "down": down, "vote": vote}))
        );
        let list = host.get(URL).await.json();
        assert_eq!(list["comments"][0].get("vote"), (vote != "none").then_some(&json!(vote)));
    }
}

#[tokio::test]
async fn a_form_takes_its_vote_back_by_the_same_button() {
    let host = Host::new(open());
    let id = host.given(0, None);
    let url = format!("{URL}/{id}");
    let answer = host.send_form(&url, &[("act", "up")], None).await;
    assert_eq!(answer.location(), format!("{URL}?thread={id}"));
    let cookie = answer.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let votes = || host.store.entry(id).map(|entry| (entry.comment.up, entry.comment.down)).unwrap();
    assert_eq!(votes(), (1, 0));
    for (act, expected) in [("up", (0, 0)), ("down", (0, 1)), ("up", (1, 0))] {
        host.send_form(&url, &[("act", act)], Some(&cookie)).await.location();
        assert_eq!(votes(), expected, "{act}");
    }
}

#[tokio::test]
async fn a_report_comes_before_the_moderator() {
    let host = Host::new(open());
    let id = host.given(0, None);
    let url = format!("{URL}/{id}");
    for _ in 0..2 {
        assert_eq!(host.send(&url, &json!({"act": "report"})).await.json(), json!({"said": "reported"}));
    }
    let answer = host.send_form(&url, &[("act", "report")], None).await;
    let location = answer.location().to_owned();
    assert_eq!(location, format!("{URL}?thread={id}&said=reported"));
    assert_eq!(host.store.queue(Shelf::Waiting, None, 10).unwrap().entries[0].reports, 2);
    let page = host.get_page(&location).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_ne!(page.text, host.get_page(&format!("{URL}?thread={id}")).await.text, "it is said so");
}

#[tokio::test]
async fn what_there_is_not_cannot_be_voted_on() {
    let host = Host::new(open());
    let id = host.given(0, None);
    for path in ["rain/99", "rain/x", &format!("none/{id}"), &format!("closed/{id}")] {
        let answer = host.send(&format!("{BASE}/{path}"), &json!({"act": "up"})).await;
        assert_eq!((answer.status, answer.faults()), (StatusCode::NOT_FOUND, json!(["failed"])), "{path}");
    }
    for body in [json!({"act": "sideways"}), json!({})] {
        let answer = host.send(&format!("{URL}/{id}"), &body).await;
        assert_eq!((answer.status, answer.faults()), (StatusCode::UNPROCESSABLE_ENTITY, json!(["failed"])));
    }
}
