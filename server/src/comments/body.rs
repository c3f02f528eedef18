//! A request's body in, its fields out: of a form or of JSON.

use std::collections::HashMap;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use super::answer::Failure;

/// How long a body may take, so that who is slow is told so before the guard gives up, as if we had been.
const PATIENCE: Duration = Duration::from_secs(10);

/// What was sent, by name. Whatever is missing is empty.
#[derive(Debug, Default)]
pub(super) struct Fields(HashMap<String, String>);

impl Fields {
    pub(super) async fn read(request: Request) -> Result<Self, Failure> {
        let late = |_| Failure::Unread(StatusCode::REQUEST_TIMEOUT);
        tokio::time::timeout(PATIENCE, Self::received(request)).await.map_err(late)?
    }

    async fn received(request: Request) -> Result<Self, Failure> {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match &*kind {
            "application/json" => {
                let bytes = Bytes::from_request(request, &()).await;
                Self::of_json(&bytes.map_err(|refused| Failure::Unread(refused.status()))?)
            }
            "application/x-www-form-urlencoded" => {
                let form = Form::from_request(request, &()).await;
                let Form(fields) = form.map_err(|refused| Failure::Unread(refused.status()))?;
                Ok(Self(fields))
            }
            _ => Err(Failure::Unread(StatusCode::UNSUPPORTED_MEDIA_TYPE)),
        }
    }

    /// A number stands where a text is expected, `true` for 1; what is of another kind is missing.
    fn of_json(bytes: &[u8]) -> Result<Self, Failure> {
        let Ok(Value::Object(object)) = serde_json::from_slice(bytes) else {
            return Err(Failure::BadRequest);
        };
        let field = |(name, value)| match value {
            Value::String(text) => Some((name, text)),
            Value::Number(number) => Some((name, number.to_string())),
            Value::Bool(true) => Some((name, "1".to_owned())),
            Value::Bool(false) | Value::Null | Value::Array(_) | Value::Object(_) => None,
        };
        Ok(Self(object.into_iter().filter_map(field).collect()))
    }

    /// A field, with the line ends of a text.
    pub(super) fn take(&mut self, name: &str) -> String {
        let field = self.0.remove(name).unwrap_or_default();
        if field.contains('\r') { field.replace("\r\n", "\n").replace('\r', "\n") } else { field }
    }
}
