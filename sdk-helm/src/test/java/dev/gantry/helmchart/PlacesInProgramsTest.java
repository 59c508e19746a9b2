package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.access.ServiceAccount;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resources are told apart by the places of the program that make them, and not by their names. */
class PlacesInProgramsTest {

    record Teams(boolean shop, boolean search, boolean billing, boolean stock, boolean mail, String host) {}

    record Entries(boolean own, List<String> hosts, Map<String, String> entries) {}

    private static final String TEAMS =
            "{shop: true, search: true, billing: true, stock: true, mail: true, host: a.example.com}";

    record Extra(boolean extra) {}

    /** Its class is first needed by a run that tries something. */
    private static final class Lasting {

        static final ConfigMap EXTRA = ConfigMap.of(
                "extra", c -> c.text("key", "value").label("team", "no label!").immutable());
    }

    private static Stack stack(App app, String name) {
        return app.stack(name, s -> s.namespace(name));
    }

    /** A helper, which is one place for each place that calls it. */
    private static void team(Stack stack, String host) {
        stack.add(ConfigMap.of("settings", c -> c.text("host", host)));
        stack.add(ServiceAccount.of("app", a -> {}));
    }

    @Test
    void should_tell_resources_of_one_name_apart_that_switches_put_into_several_stacks() {
        Blueprint<Teams> program = (app, env) -> {
            Stack shop = stack(app, "shop");
            Stack search = stack(app, "search");
            Stack billing = stack(app, "billing");
            Stack stock = stack(app, "stock");
            Stack mail = stack(app, "mail");
            if (env.shop()) {
                shop.add(ConfigMap.of("settings", c -> c.text("host", "shop." + env.host())));
            }
            if (env.search()) {
                search.add(ConfigMap.of("settings", c -> c.text("host", "search." + env.host())));
            }
            if (env.billing()) {
                billing.add(ConfigMap.of("settings", c -> c.text("host", "billing." + env.host())));
            }
            if (env.stock()) {
                stock.add(ConfigMap.of("settings", c -> c.text("host", "stock." + env.host())));
            }
            if (env.mail()) {
                mail.add(ConfigMap.of("settings", c -> c.text("host", "mail." + env.host())));
            }
        };

        ChartRun chart = ChartRun.proved(Teams.class, program, TEAMS);

        assertThat(chart.file("mail/templates/configmap-settings.yaml"))
                .startsWith("{{- if .Values.mail }}\n")
                .contains("{{ printf \"mail.%s\" .Values.host | quote }}");
    }

    @Test
    void should_tell_resources_of_one_name_apart_that_switches_put_into_several_namespaces() {
        Blueprint<Teams> program = (app, env) -> {
            Stack stack = stack(app, "shop");
            if (env.shop()) {
                stack.add(ConfigMap.of("settings", c -> c.namespace("a").text("host", "a." + env.host())));
            }
            if (env.search()) {
                stack.add(ConfigMap.of("settings", c -> c.namespace("b").text("host", "b." + env.host())));
            }
            if (env.billing()) {
                stack.add(ConfigMap.of("settings", c -> c.namespace("c").text("host", "c." + env.host())));
            }
            if (env.stock()) {
                stack.add(ConfigMap.of("settings", c -> c.namespace("d").text("host", "d." + env.host())));
            }
        };

        ChartRun chart = ChartRun.proved(Teams.class, program, TEAMS);

        assertThat(chart.files().stream().filter(file -> file.contains("/templates/configmap-")))
                .hasSize(4);
    }

    @Test
    void should_make_one_template_of_what_a_helper_makes_for_a_stack() {
        Blueprint<Teams> program = (app, env) -> {
            Stack shop = stack(app, "shop");
            Stack search = stack(app, "search");
            Stack billing = stack(app, "billing");
            if (env.shop()) {
                team(shop, env.host());
            }
            if (env.search()) {
                team(search, env.host());
            }
            if (env.billing()) {
                team(billing, env.host());
            }
        };

        ChartRun chart = ChartRun.proved(Teams.class, program, TEAMS);

        assertThat(chart.files().stream().filter(file -> file.contains("billing/templates/") && file.endsWith(".yaml")))
                .containsExactly(
                        "helm/billing/templates/configmap-settings.yaml",
                        "helm/billing/templates/serviceaccount-app.yaml");
    }

    @Test
    void should_leave_what_a_static_field_keeps_as_an_ordinary_run_would_make_it() {
        Blueprint<Extra> program = (app, env) -> {
            Stack stack = stack(app, "shop");
            stack.add(ConfigMap.of("web", c -> c.text("extra", "" + env.extra())));
            if (env.extra()) {
                stack.add(Lasting.EXTRA);
            }
        };
        assertThat(ChartRun.of(Extra.class, program, "{extra: false}").files()).isNotEmpty();

        Synthesis run = TestRun.of(app -> stack(app, "shop").add(Lasting.EXTRA));

        assertThat(run.findings()).extracting(Finding::code).contains("GTY-VAL-003");
        assertThat(run.manifests().get(0).tree().fieldNames())
                .toIterable()
                .containsExactly("apiVersion", "kind", "metadata", "immutable", "data");
    }

    @Test
    void should_tell_two_ways_to_make_a_resource_apart() {
        Blueprint<Entries> program = (app, env) -> {
            if (env.own()) {
                stack(app, "shop").add(ConfigMap.of("web", c -> env.entries().forEach(c::text)));
            } else {
                stack(app, "shop")
                        .add(ConfigMap.of(
                                "web", c -> c.text("FIXED", "1").text("hosts", String.join(",", env.hosts()))));
            }
        };

        ChartRun chart = ChartRun.proved(
                Entries.class,
                program,
                "{own: true, hosts: [a], entries: {A: b}}",
                "{own: false, hosts: [a, b], entries: {}}");

        assertThat(chart.files().stream().filter(file -> file.contains("/templates/configmap-")))
                .hasSize(2);
    }
}
