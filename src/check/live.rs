//! Owns which entries rules about gaps and plans look at: a draft may still be incomplete, and what was given up needs nothing
//! more.

use super::Context;
use crate::model::kinds::activity::Activity;
use crate::model::kinds::excellence::{Label, Validity};
use crate::model::kinds::member::Member;
use crate::model::kinds::project::Project;
use crate::model::kinds::service::Service;
use crate::model::value::Date;
use crate::model::{Entry, Place, thread};

/// Activities that are neither drafts nor cancelled.
pub(super) fn activities<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Activity>> {
    context.model.activities.iter().filter(|activity| thread::is_live_activity(activity))
}

/// Projects that are neither drafts nor cancelled.
pub(super) fn projects<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Project>> {
    context.model.projects.iter().filter(|project| thread::is_live_project(project))
}

/// Services that are neither drafts nor ended.
pub(super) fn services<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Service>> {
    context.model.services.iter().filter(|service| thread::is_live_service(service))
}

/// Members that have not left by today.
pub(super) fn members<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Member>> {
    let today = context.today;
    context.model.members.iter().filter(move |member| member.is_present(today))
}

/// Labels that stand so today: the place of the day on which each ends, and that day.
pub(super) fn labels(context: &Context<'_>, so: Validity) -> impl Iterator<Item = (Place, Date)> {
    // What could not be understood may be the newer label.
    let whole = context.model.excellence.iter().filter(|excellence| is_whole(context, &excellence.place()));
    whole.flat_map(move |excellence| {
        let stands = move |label: &Label| excellence.validity(label, context.today) == Some(so);
        let labels = excellence.labels.iter().enumerate().filter(move |(_, label)| stands(label));
        labels.filter_map(|(index, label)| Some((excellence.at("labels").item(index).key("valid-until"), label.valid_until?)))
    })
}

/// Whether all of an entry was understood, so that what is not in it was not written.
pub(super) fn is_whole(context: &Context<'_>, entry: &Place) -> bool {
    !context.loaded.broken.iter().any(|broken| broken.within(entry))
}
