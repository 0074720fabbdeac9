//! Owns what actors want of the cluster and what they bring: intentions and interests. Both are internal unless an entry says otherwise: intentions are
//! told in confidence, and interests judge people (who is called a free rider rarely stays).

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::stakeholder::Influence;
use super::strategy::Field;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::Text;

/// What an actor expects of working together, and what it brings.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Intention {
    /// The member, body or person whose intention it is.
    pub actor: Option<Ref<Party>>,
    /// Name of the actor or group, where it is none of these.
    pub group: Option<Text>,
    /// Benefits that it seeks for itself.
    pub seeks: Vec<Text>,
    /// Benefits and competences that it offers its partners.
    #[serde(default)]
    pub offers: Vec<Text>,
    /// How far it is ready to open itself up to partners.
    pub openness: Option<Openness>,
    /// What it intends to keep to itself.
    #[serde(default)]
    pub keeps: Vec<Text>,
    /// Fields of action in which it wants to work together.
    #[serde(default)]
    pub fields: Vec<Ref<Field>>,
}

/// What a group of actors is interested in, and the part that it plays.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Interest {
    /// Name of the group.
    pub group: Text,
    /// Members, bodies and people that belong to it.
    #[serde(default)]
    pub actors: Vec<Ref<Party>>,
    /// Interest that prevails in it.
    pub interest: Text,
    /// Part that it plays in the cluster.
    pub role: ActorRole,
    /// Its weight in what the cluster decides.
    pub influence: Option<Influence>,
    /// How the cluster meets it.
    pub approach: Option<Text>,
}

choices! {
    /// How far an actor opens itself up to partners.
    Openness "openness" {
        Open "open" "Shares what partners need, business details too",
        Partly "partly" "Shares what a common task asks for",
        Guarded "guarded" "Shares next to nothing yet",
    }
    /// The part that a group plays.
    ActorRole "actor-role" {
        Driver "driver" "Sets things going and pulls others along",
        KeyActor "key-actor" "Carries them with its own means",
        Reactive "reactive" "Takes part when it is asked",
        FreeRider "free-rider" "Takes the benefit and gives nothing",
    }
}

impl ActorRole {
    /// The most weight that the guide would have a role get: free riders and those who merely react are welcome, with limited influence. What is limited,
    /// it does not say; low for the former and medium for the latter is our reading. Nothing where there is no limit.
    pub fn most_influence(self) -> Option<Influence> {
        match self {
            Self::Driver | Self::KeyActor => None,
            Self::Reactive => Some(Influence::Medium),
            Self::FreeRider => Some(Influence::Low),
        }
    }
}

impl Influence {
    /// Whether it goes beyond what a role should have.
    pub fn is_too_much_for(self, role: ActorRole) -> bool {
        // The words stand from the most weight to the least.
        role.most_influence().is_some_and(|most| self < most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_only_take_have_little_say_and_those_who_drive_as_much_as_they_get() {
        for (role, influence, too_much) in [
            (ActorRole::Driver, Influence::High, false),
            (ActorRole::KeyActor, Influence::High, false),
            (ActorRole::Reactive, Influence::High, true),
            (ActorRole::Reactive, Influence::Medium, false),
            (ActorRole::FreeRider, Influence::High, true),
            (ActorRole::FreeRider, Influence::Medium, true),
            (ActorRole::FreeRider, Influence::Low, false),
        ] {
            assert_eq!(influence.is_too_much_for(role), too_much, "{role:?} {influence:?}");
        }
    }
}
