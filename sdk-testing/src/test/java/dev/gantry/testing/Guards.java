package dev.gantry.testing;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verbs;

/** Accounts with roles; its lines are in the messages that the tests expect. */
final class Guards implements Blueprint<Shop.Settings> {

    @Override
    public void define(App app, Shop.Settings settings) {
        Stack logging = app.stack("logging", s -> s.namespace("logging"));
        ServiceAccount fluentd = logging.add(ServiceAccount.of("fluentd", s -> {}));
        ClusterRole collector = logging.add(ClusterRole.of("collector", r -> r.allow(Verbs.READ, ApiResource.PODS)));
        logging.add(ClusterRoleBinding.of("collector", collector, b -> b.serviceAccount(fluentd)));
        Role settingsReader = logging.add(Role.of("settings", r -> r.allow(Verbs.READ, ApiResource.CONFIG_MAPS)));
        logging.add(RoleBinding.of("settings", settingsReader, b -> b.serviceAccount(fluentd)));
        logging.add(RoleBinding.of(
                "viewers", ClusterRole.existing("view"), b -> b.serviceAccount(ServiceAccount.existing("kibana"))));
    }
}
