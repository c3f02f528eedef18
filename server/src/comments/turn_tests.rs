//! Whose turn to write does not come.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use super::{Comments, Settings};
use crate::Site;
use crate::guard::Guard;
use crate::store::{Place, Store};

/// Time goes by as soon as nothing else is done.
#[tokio::test(start_paused = true)]
async fn whose_turn_does_not_come_has_what_was_typed() {
    let settings = Settings { is_moderated: false, ..Settings::new(Arc::new(Site::BuiltIn)) };
    let comments = Comments::new(Store::open(&Place::Memory).unwrap(), settings);
    let routes = comments.router(&Guard::new(Default::default()));
    let send = async |path: &str, accept: &str, body: &'static str| {
        let request = Request::post(path)
            .header("accept", accept)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let (head, body) = routes.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (head.status, head.headers, String::from_utf8(body.to_vec()).unwrap())
    };
    let (path, rain) = ("/mehr-4692303", "text=%D8%A8%D8%A7%D8%B1%D8%A7%D9%86&key=form-key-01");
    let turn = comments.0.writing.clone().acquire_owned().await.unwrap();
    let (status, headers, page) = send(path, "text/html", rain).await;
    assert_eq!((status, &headers["retry-after"]), (StatusCode::SERVICE_UNAVAILABLE, &"5".parse().unwrap()));
    assert!(page.contains("باران</textarea>") && page.contains("form-key-01"), "{page}");
    for (path, body) in [(path, rain), ("/mehr-4692303/1", "act=up")] {
        let (status, headers, json) = send(path, "application/json", body).await;
        assert_eq!((status, json.as_str()), (StatusCode::SERVICE_UNAVAILABLE, r#"{"faults":["failed"]}"#));
        assert_eq!(headers["retry-after"], "5");
    }
    drop(turn);
    assert_eq!(send(path, "text/html", rain).await.0, StatusCode::SEE_OTHER, "the same key");
}
