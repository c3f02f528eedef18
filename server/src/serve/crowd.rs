//! Who comes in, whether there are too many of them out.
//! Floor 1. Uses: client.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::guard::Client;

/// How many connections each client has open.
#[derive(Debug, Clone, Default)]
pub(super) struct Crowd(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One of a client's connections, as long as it is kept.
#[derive(Debug)]
pub(super) struct Place {
    crowd: Crowd,
    household: IpAddr,
}

impl Crowd {
    /// A place for one more, if there are fewer than `most`.
    pub(super) fn enter(&self, client: IpAddr, most: usize) -> Option<Place> {
        let household = Client(client).household();
        let mut counts = self.counts();
        let count = counts.entry(household).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Place { crowd: self.clone(), household })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.crowd.counts();
        if let Some(count) = counts.get_mut(&self.household) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&self.household);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_client_has_so_many_places() {
        let crowd = Crowd::default();
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let first = crowd.enter(address("2001:db8::1"), 2);
        let second = crowd.enter(address("2001:db8::2"), 2);
        assert!(first.is_some() && second.is_some());
        assert!(crowd.enter(address("2001:db8::3"), 2).is_none());
        assert!(crowd.enter(address("2001:db8:0:1::1"), 2).is_some());
        drop(first);
        assert!(crowd.enter(address("2001:db8::3"), 2).is_some());
        drop(second);
        assert!(crowd.counts().is_empty(), "who has left is forgotten");
        assert!(crowd.enter(address("192.0.2.1"), 0).is_none());
    }
}
