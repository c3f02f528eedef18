//! How much a client has asked for in, how much that leaves out: what a limiter keeps, and may look at without a change.
//! Floor 0.

use std::convert::Infallible;
use std::net::IpAddr;

use governor::nanos::Nanos;
use governor::state::StateStore;
use governor::state::keyed::{DashMapStateStore, ShrinkableKeyedStateStore};

/// Who asks, and whether it is taken from their budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    pub(super) household: IpAddr,
    pub(super) is_spent: bool,
}

/// What each client has spent.
#[derive(Debug, Default)]
pub(super) struct Clients(DashMapStateStore<IpAddr>);

impl StateStore for Clients {
    type Key = Asked;

    fn measure_and_replace<T, F, E>(&self, asked: &Asked, measure: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        let Asked { household, is_spent } = asked;
        if *is_spent {
            return self.0.measure_and_replace(household, measure);
        }
        let look = |spent| measure(spent).map(|(left, _)| left);
        if !self.0.contains_key(household) {
            return look(None);
        }
        // An error changes nothing.
        let looked: Result<Infallible, _> = self.0.measure_and_replace(household, |spent| Err(look(spent)));
        match looked {
            Ok(never) => match never {},
            Err(left) => left,
        }
    }
}

impl ShrinkableKeyedStateStore<Asked> for Clients {
    fn retain_recent(&self, drop_below: Nanos) {
        ShrinkableKeyedStateStore::retain_recent(&self.0, drop_below);
    }

    fn shrink_to_fit(&self) {
        ShrinkableKeyedStateStore::shrink_to_fit(&self.0);
    }

    fn len(&self) -> usize {
        ShrinkableKeyedStateStore::len(&self.0)
    }

    fn is_empty(&self) -> bool {
        ShrinkableKeyedStateStore::is_empty(&self.0)
    }
}
