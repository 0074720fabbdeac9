//! Owns what stands in for the drawing of pictures in a program that was made without it: no page has a picture but its own.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::marker::PhantomData;

use tera::Context;

use super::super::Job;
use super::Drawn;
use crate::lang::Locale;
use crate::page::{Desk, Head};
use crate::plan::Route;

/// There is none.
pub(in crate::render) struct Gallery<'a>(Infallible, PhantomData<&'a ()>);

impl Gallery<'_> {
    pub(in crate::render) fn open(
        _job: &Job<'_>,
        _locales: &BTreeMap<String, Locale>,
        _bases: &BTreeMap<&str, Context>,
    ) -> Option<Self> {
        None
    }

    pub(super) fn card(&self, _job: &Job<'_>, _desk: &Desk<'_>, _route: &Route, _head: &Head) -> Result<Drawn, tera::Error> {
        match self.0 {}
    }
}
