//! Owns the list of what each template gets as its view, as schemas: the source of the theme reference.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{
    about, action_plan, editorial, gallery, goal, goals, governance, home, indicator, members, monitoring, print, project,
    search, service, sheet, strategy, swot,
};

/// The templates of pages in the order of the navigation, each with the schema of its view.
pub fn views(generator: &mut SchemaGenerator) -> Vec<(&'static str, Schema)> {
    let mut views = Vec::new();
    let mut put = |template, schema: fn(&mut SchemaGenerator) -> Schema| views.push((template, schema(generator)));
    put("home", home::Home::json_schema);
    put("strategy", strategy::Strategy::json_schema);
    put("swot", swot::Swot::json_schema);
    put("goals", goals::Goals::json_schema);
    put("goal", goal::Goal::json_schema);
    put("action-plan", action_plan::ActionPlan::json_schema);
    put("sheet", sheet::Sheet::json_schema);
    put("governance", governance::Governance::json_schema);
    put("members", members::Members::json_schema);
    put("services", service::Services::json_schema);
    put("service", service::Service::json_schema);
    put("projects", project::Projects::json_schema);
    put("project", project::Project::json_schema);
    put("monitoring", monitoring::Monitoring::json_schema);
    put("indicator", indicator::Indicator::json_schema);
    put("news", editorial::Listing::json_schema);
    put("news-item", editorial::Article::json_schema);
    put("events", editorial::Listing::json_schema);
    put("event", editorial::Article::json_schema);
    put("documents", editorial::Documents::json_schema);
    put("page", editorial::Article::json_schema);
    put("about", about::About::json_schema);
    put("gallery", gallery::Gallery::json_schema);
    put("search", search::Search::json_schema);
    put("print", print::Print::json_schema);
    put("not-found", <()>::json_schema);
    views
}
