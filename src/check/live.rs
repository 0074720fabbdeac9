//! Owns which entries rules about gaps and plans look at: a draft may still be incomplete, and what was given up needs nothing
//! more.

use super::Context;
use crate::model::kinds::activity::{Activity, ActivityStatus};
use crate::model::kinds::member::Member;
use crate::model::kinds::project::{Project, ProjectStatus};
use crate::model::kinds::service::{Service, ServiceStatus};
use crate::model::{Entry, Place};

/// Activities that are neither drafts nor cancelled.
pub(super) fn activities<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Activity>> {
    let live = |activity: &&Entry<Activity>| !activity.meta.draft && activity.status != Some(ActivityStatus::Cancelled);
    context.model.activities.iter().filter(live)
}

/// Projects that are neither drafts nor cancelled.
pub(super) fn projects<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Project>> {
    let live = |project: &&Entry<Project>| !project.meta.draft && project.status != Some(ProjectStatus::Cancelled);
    context.model.projects.iter().filter(live)
}

/// Services that are neither drafts nor ended.
pub(super) fn services<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Service>> {
    let live = |service: &&Entry<Service>| !service.meta.draft && service.status != Some(ServiceStatus::Ended);
    context.model.services.iter().filter(live)
}

/// Members that have not left by today.
pub(super) fn members<'m>(context: &Context<'m>) -> impl Iterator<Item = &'m Entry<Member>> {
    let today = context.today;
    context.model.members.iter().filter(move |member| member.is_present(today))
}

/// Whether all of an entry was understood, so that what is not in it was not written.
pub(super) fn is_whole(context: &Context<'_>, entry: &Place) -> bool {
    !context.loaded.broken.iter().any(|broken| broken.within(entry))
}
