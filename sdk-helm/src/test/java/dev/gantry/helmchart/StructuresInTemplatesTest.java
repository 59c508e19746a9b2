package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How settings decide what there is, and how often. Each chart is rendered by real Helm with all samples. */
class StructuresInTemplatesTest {

    private static final Port HTTP = Port.http(8080);

    record Scaling(boolean enabled, int replicas) {}

    record Switches(boolean cache, boolean debug, boolean metrics) {}

    record Names(List<String> names) {}

    record Hosts(List<Host> hosts) {}

    record Host(String host, List<Path> paths) {}

    record Path(String path, boolean exact) {}

    record Paths(List<Path> paths) {}

    record Labels(Map<String, String> labels) {}

    record Ports(Map<String, Integer> ports, boolean debug) {}

    record Limits(Resources resources) {}

    record Resources(Amounts limits, Amounts requests) {}

    record Amounts(String cpu, String memory) {}

    record Secured(Optional<Tls> tls) {}

    record Tls(String secretName, Optional<String> host) {}

    record Level(String level) {}

    private static Stack stack(App app) {
        return app.stack("shop", s -> s.namespace("shop").label("team", "checkout"));
    }

    private static Deployment web(Consumer<Deployment.Builder> more) {
        return Deployment.of("web", d -> {
            d.selector("app", "web").container("web", Image.of("shop:1.0"), c -> c.ports(HTTP));
            more.accept(d);
        });
    }

    @Test
    void should_leave_out_a_field_and_a_resource_that_a_switch_decides() {
        Blueprint<Scaling> program = (app, env) -> {
            Stack stack = stack(app);
            Deployment web = stack.add(web(d -> {
                if (!env.enabled()) {
                    d.replicas(env.replicas());
                }
            }));
            if (env.enabled()) {
                stack.add(Service.of("web", s -> s.selects(web).port(HTTP)));
            }
        };

        ChartRun chart = ChartRun.proved(Scaling.class, program, "{enabled: true, replicas: 3}");

        assertThat(chart.file("shop/templates/deployment-web.yaml")).contains("""
                spec:
                  {{- if not .Values.enabled }}
                  replicas: {{ .Values.replicas | int64 }}
                  {{- end }}
                """);
        assertThat(chart.file("shop/templates/service-web.yaml"))
                .startsWith("{{- if .Values.enabled }}\napiVersion: v1\n")
                .endsWith("{{- end }}\n");
    }

    @Test
    void should_see_that_two_switches_act_together() {
        Blueprint<Switches> program = (app, env) -> stack(app).add(ConfigMap.of("web", c -> {
            c.text("MODE", env.cache() && env.debug() ? "both" : env.cache() || env.metrics() ? "some" : "none");
            if (env.debug() && !env.metrics()) {
                c.text("TRACE", "on");
            }
        }));

        ChartRun chart = ChartRun.proved(Switches.class, program, "{cache: false, debug: false, metrics: false}");

        assertThat(chart.file("shop/templates/configmap-web.yaml"))
                .contains("{{- if and .Values.debug (not .Values.metrics) }}")
                .contains("MODE: both");
    }

    @Test
    void should_repeat_an_element_for_each_of_a_list() {
        Blueprint<Names> program = (app, env) -> stack(app)
                .add(web(d -> d.container("tools", Image.of("tools:1"), c -> {
                    c.args("--first");
                    env.names().forEach(name -> c.args("--name=" + name, "--verbose"));
                    c.args("--last");
                })));

        ChartRun chart = ChartRun.proved(Names.class, program, "names: [a, b]");

        assertThat(chart.file("shop/templates/deployment-web.yaml")).contains("""
                            - --first
                            {{- range $name := .Values.names }}
                            - {{ printf "--name=%s" $name | quote }}
                            - --verbose
                            {{- end }}
                            - --last
                """);
    }

    @Test
    void should_repeat_a_resource_for_each_of_a_list_and_what_is_in_it_for_each_of_an_inner_one() {
        Blueprint<Hosts> program = (app, env) -> {
            Stack stack = stack(app);
            for (Host host : env.hosts()) {
                stack.add(ConfigMap.of(
                        "host-" + host.host(),
                        c -> c.rawTree(tree -> {
                            for (Path path : host.paths()) {
                                tree.withArray("/paths")
                                        .addObject()
                                        .put("path", path.path())
                                        .put("of", host.host())
                                        .put("type", path.exact() ? "Exact" : "Prefix");
                            }
                        })));
            }
        };

        ChartRun chart = ChartRun.proved(
                Hosts.class,
                program,
                "hosts: [{host: shop, paths: [{path: /, exact: false}]}, {host: api, paths: []}]");

        assertThat(chart.file("shop/templates/configmap.yaml"))
                .startsWith("{{- range $host := .Values.hosts }}\n---\n")
                .contains("name: {{ printf \"host-%s\" $host.host | quote }}")
                .contains("{{- range $path := $host.paths }}")
                .contains("of: {{ $host.host | quote }}")
                .contains("{{- if $path.exact }}");
    }

    @Test
    void should_take_over_a_mapping_beside_what_is_always_there() {
        Blueprint<Labels> program = (app, env) -> stack(app).add(ConfigMap.of("web", c -> {
            c.annotation("owner", "shop");
            env.labels().forEach(c::annotation);
        }));

        ChartRun chart = ChartRun.proved(Labels.class, program, "labels: {region: eu, tier: web}");

        assertThat(chart.file("shop/templates/configmap-web.yaml"))
                .contains("    {{- with .Values.labels }}\n    {{- toYaml . | nindent 4 }}\n    {{- end }}\n");
        assertThat(chart.file("shop/templates/configmap-web.yaml")).contains("owner: shop");
        assertThat(chart.file("shop/values.schema.json")).contains("\"not\": {", "\"owner\"");
    }

    @Test
    void should_repeat_an_element_for_each_entry_of_a_mapping() {
        Blueprint<Labels> program = (app, env) -> stack(app)
                .add(web(d -> d.container("tools", Image.of("t:1"), c -> {
                    c.env("FIRST", "1");
                    env.labels().forEach(c::env);
                })));

        ChartRun chart = ChartRun.proved(Labels.class, program, "labels: {REGION: eu, TIER: web}");

        assertThat(chart.file("shop/templates/deployment-web.yaml"))
                .contains("{{- range $key, $value := .Values.labels }}")
                .contains("- name: {{ $key | quote }}")
                .contains("value: {{ $value | quote }}");
    }

    @Test
    void should_repeat_a_field_for_each_entry_of_a_mapping() {
        Blueprint<Ports> program = (app, env) -> stack(app).add(ConfigMap.of("web", c -> {
            c.text("PORT_OF_ALL", "80");
            if (env.debug()) {
                c.text("DEBUG", "on");
            }
            env.ports().forEach((name, port) -> c.text("PORT_" + name, env.debug() ? "debug:" + port : "" + port));
        }));

        ChartRun chart = ChartRun.proved(
                Ports.class, program, "{ports: {A: 8080, B: 9090}, debug: false}", "{ports: {}, debug: true}");

        assertThat(chart.file("shop/templates/configmap-web.yaml")).contains("""
                  {{- range $key, $value := .Values.ports }}
                  {{- if $.Values.debug }}
                  {{ printf "PORT_%s" $key | quote }}: {{ printf "debug:%d" (int64 $value) | quote }}
                  {{- else }}
                  {{ printf "PORT_%s" $key | quote }}: {{ int64 $value | quote }}
                  {{- end }}
                  {{- end }}
                """);
        assertThat(chart.file("shop/values.schema.json")).contains("""
                      "propertyNames": {
                        "not": {
                          "enum": [
                            "OF_ALL"
                          ]
                        }
                      },
                """);
    }

    @Test
    void should_repeat_an_element_for_those_of_a_list_that_fulfil_a_condition() {
        Blueprint<Paths> program = (app, env) -> stack(app)
                .add(web(d -> d.container("tools", Image.of("t:1"), c -> {
                    for (Path path : env.paths()) {
                        if (path.exact()) {
                            c.args("--exact=" + path.path());
                        }
                    }
                    c.args("--last");
                })));

        ChartRun chart = ChartRun.proved(
                Paths.class,
                program,
                "paths: [{path: /a, exact: true}, {path: /b, exact: false}, {path: /c, exact: true}]");

        assertThat(chart.file("shop/templates/deployment-web.yaml"))
                .contains("{{- range $path := .Values.paths }}", "{{- if $path.exact }}")
                .contains("- {{ printf \"--exact=%s\" $path.path | quote }}");
    }

    @Test
    void should_take_over_a_whole_record() {
        Blueprint<Limits> program = (app, env) -> stack(app)
                .add(web(d -> d.container(
                        "tools",
                        Image.of("t:1"),
                        c -> c.cpu(
                                        env.resources().requests().cpu(),
                                        env.resources().limits().cpu())
                                .memory(
                                        env.resources().requests().memory(),
                                        env.resources().limits().memory()))));

        ChartRun chart = ChartRun.proved(
                Limits.class,
                program,
                "resources: {limits: {cpu: 500m, memory: 1Gi}, requests: {cpu: 250m, memory: 1Gi}}");

        assertThat(chart.file("shop/templates/deployment-web.yaml"))
                .contains("{{- toYaml .Values.resources | nindent 12 }}");
    }

    @Test
    void should_look_into_an_optional_record_only_where_it_is() {
        Blueprint<Secured> program = (app, env) -> stack(app).add(ConfigMap.of("web", c -> {
            c.text("A", "a");
            env.tls().ifPresent(tls -> {
                c.text("SECRET", tls.secretName());
                tls.host().ifPresent(host -> c.text("HOST", host));
            });
        }));

        ChartRun chart = ChartRun.proved(Secured.class, program, "tls: {secretName: web-tls, host: shop}", "");

        assertThat(chart.file("shop/values.schema.json")).contains("\"null\"");
    }

    @Test
    void should_hash_what_a_config_map_holds() {
        Blueprint<Level> program = (app, env) -> {
            Stack stack = stack(app);
            ConfigMap config = stack.add(ConfigMap.of(
                    "config",
                    c -> c.text("LEVEL", env.level())
                            .text("page.html", "<a href=\"/?a=1&b=2\">" + env.level() + "</a>")));
            stack.add(web(d -> d.rollsOn(config)));
        };

        ChartRun chart = ChartRun.proved(Level.class, program, "level: info");

        assertThat(chart.file("shop/templates/deployment-web.yaml"))
                .contains("{{ include \"shop.config.data\" . | fromYaml | toJson | sha256sum }}");
        assertThat(chart.file("shop/templates/configmap-config.yaml"))
                .contains("data:\n  {{- include \"shop.config.data\" . | nindent 2 }}\n");
    }

    @Test
    void should_hash_texts_that_end_with_a_line_feed_and_whole_mappings() {
        Blueprint<Labels> program = (app, env) -> {
            Stack stack = stack(app);
            ConfigMap map = stack.add(ConfigMap.of("map", c -> env.labels().forEach(c::text)));
            ConfigMap file =
                    stack.add(ConfigMap.of("file", c -> c.text("a", "b").text("file", "labels\n")));
            stack.add(web(d -> d.rollsOn(map).rollsOn(file)));
        };

        ChartRun.proved(Labels.class, program, "labels: {region: eu, tier: web}");
        ChartRun.proved(
                Level.class,
                (app, env) -> {
                    Stack stack = stack(app);
                    ConfigMap file =
                            stack.add(ConfigMap.of("file", c -> c.text("file", "level=" + env.level() + "\n")));
                    stack.add(web(d -> d.rollsOn(file)));
                },
                "level: info");
    }

    @Test
    void should_ask_for_an_optional_record_itself() {
        Blueprint<Secured> program = (app, env) -> stack(app)
                .add(ConfigMap.of(
                        "web",
                        c -> c.text("SECRET", env.tls().map(Tls::secretName).orElse("none"))));

        ChartRun chart = ChartRun.proved(Secured.class, program, "tls: {secretName: web-tls}", "");

        assertThat(chart.file("shop/templates/configmap-web.yaml")).contains("kindIs \"invalid\" .Values.tls)");
    }

    @Test
    void should_want_an_element_where_the_first_one_is_used() {
        Blueprint<Names> program = (app, env) -> stack(app)
                .add(ConfigMap.of("web", c -> c.text("FIRST", env.names().get(0))));

        ChartRun chart = ChartRun.proved(Names.class, program, "names: [a, b]");

        assertThat(chart.file("shop/templates/configmap-web.yaml"))
                .contains("FIRST: {{ (first .Values.names) | quote }}");
        assertThat(chart.file("shop/values.schema.json")).contains("\"minItems\": 1");
    }

    @Test
    void should_share_the_labels_of_a_stack() {
        Blueprint<Level> program = (app, env) -> {
            Stack stack = stack(app);
            stack.add(ConfigMap.of("one", c -> c.text("LEVEL", env.level())));
            stack.add(ConfigMap.of("two", c -> c.label("tier", "web").text("LEVEL", "x")));
        };

        ChartRun chart = ChartRun.proved(Level.class, program, "level: info");

        assertThat(chart.file("shop/templates/_helpers.tpl")).isEqualTo("""
                {{- define "shop.labels" -}}
                team: checkout
                {{- end -}}
                """);
        assertThat(chart.file("shop/templates/configmap-two.yaml")).contains("""
                  labels:
                    {{- include "shop.labels" . | nindent 4 }}
                    tier: web
                """);
    }
}
