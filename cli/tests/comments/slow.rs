//! Those who take their time, and those who ask for much at once.

use serde_json::json;

use super::program::{Place, Program, URL, comment};

#[test]
fn the_slow_hold_up_nobody() {
    let place = Place::new("slow");
    let program = Program::start(&place, &["--captcha", "off", "--unmoderated"]);
    let begun: Vec<_> = (0..100)
        .map(|number| {
            let head = format!(
                "POST {URL} HTTP/1.1\r\nhost: a\r\nx-forwarded-for: 192.0.2.{number}\r\nconnection: close\r\n\
                 accept: application/json\r\ncontent-type: application/json\r\n"
            );
            let (rest, expected) = match number % 4 {
                0 => ("content-length: 99\r\n\r\n{", Some(408)),
                1 => ("transfer-encoding: chunked\r\n\r\n5\r\n{", Some(408)),
                _ => ("x-slow: ", None),
            };
            let mut connection = program.connect();
            connection.write(if number % 4 == 3 { String::new() } else { head + rest });
            (connection, expected)
        })
        .collect();
    program.is_well("key-meanwhile");
    // Each is cut off in its time, and none of them was taken for anything.
    for (mut connection, expected) in begun {
        match expected {
            Some(status) => {
                let answer = connection.answer().unwrap();
                assert_eq!((answer.status, answer.faults()), (status, json!(["failed"])), "{answer:?}");
            }
            None => assert!(!connection.rest().starts_with("HTTP/1.1 2")),
        }
    }
    assert_eq!(program.texts().len(), 1);
    program.is_well("key-afterwards");
    program.end_well();
}

#[test]
fn what_is_asked_for_at_once_is_answered_in_turn() {
    let place = Place::new("pipeline");
    let program = Program::start(&place, &["--captcha", "off", "--unmoderated"]);
    let mut connection = program.connect();
    let posts = (0..20).map(|number| {
        let body = comment(&format!("key-in-line-{number}"), &format!("باران {number}")).to_string();
        format!(
            "POST {URL} HTTP/1.1\r\nhost: a\r\naccept: application/json\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}GET /comments?of=rain HTTP/1.1\r\nhost: a\r\n\r\n",
            body.len()
        )
    });
    connection.write(posts.collect::<String>());
    for number in 0..20 {
        let taken = connection.answer().unwrap();
        assert_eq!(
            (taken.status, &taken.json()["comment"]["text"]),
            (201, &json!(format!("باران {number}")))
        );
        assert_eq!(connection.answer().unwrap().json()["rain"], number + 1);
    }
    program.end_well();
}
