package com.example.webapp;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A web application, with its database and the way to it from outside. */
@Group("example.com")
@Version("v1")
@ShortNames("wa")
public final class WebApp extends CustomResource<WebAppSpec, WebAppStatus> implements Namespaced {

    private static final long serialVersionUID = 1L;

    /** The name of the custom resource, with which all its objects begin. */
    String name() {
        return getMetadata().getName();
    }
}
