package dev.gantry.engine.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds that a server serves. */
public interface Discovery {

    /** A kind by apiVersion and name; empty if the server does not serve it in this version. */
    Optional<ApiResource> resource(String apiVersion, String kind);

    /** A kind of a group in the version that the server prefers; the group is empty for the core. */
    Optional<ApiResource> preferred(String group, String kind);

    /** The versions of a group in which the server serves a kind, the preferred one first. */
    List<String> versions(String group, String kind);

    /** Every kind that can be listed, in its preferred version, without subresources. */
    List<ApiResource> all();

    /** The groups that the server says it has but could not describe, as when an aggregated API is down. */
    Set<String> unavailableGroups();
}
