package dev.gantry.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    @Test
    void should_write_a_plan_with_stable_names() {
        Plan plan = Plans.plan(
                List.of(List.of(
                        new Step.Create(Plans.object("v1", "Namespace shop", 10), List.of("deprecated")),
                        new Step.Update(
                                Plans.object("apps/v1", "Deployment shop/web", 31),
                                Plans.changes("spec: {a: 1, c: [true, null]}", "spec: {a: 1.50, b: {x: y}}"),
                                List.of("6 pods restart"),
                                List.of(new Contested(".spec.a", "kubectl-edit")),
                                List.of()))),
                List.of(new Step.Keep(Plans.id("v1", "Service shop/kept"), "u3", "it says so", true)));

        assertThat(PlanJson.of(plan)).isEqualTo("""
                {
                  "cluster": {
                    "context": "production",
                    "server": "https://10.0.0.1:6443",
                    "namespace": "default",
                    "user": "jane"
                  },
                  "unchanged": false,
                  "failed": false,
                  "counts": {
                    "create": 1,
                    "update": 1,
                    "keep": 1
                  },
                  "stacks": [
                    {
                      "stack": "shop",
                      "environment": "production",
                      "namespace": "shop",
                      "revision": 4,
                      "counts": {
                        "create": 1,
                        "update": 1,
                        "keep": 1
                      },
                      "waves": [
                        [
                          {
                            "action": "create",
                            "apiVersion": "v1",
                            "kind": "Namespace",
                            "name": "shop",
                            "origin": {
                              "kind": "source",
                              "path": "com/acme/Shop.java",
                              "line": 10
                            },
                            "notes": [
                              "deprecated"
                            ]
                          },
                          {
                            "action": "update",
                            "apiVersion": "apps/v1",
                            "kind": "Deployment",
                            "namespace": "shop",
                            "name": "web",
                            "origin": {
                              "kind": "source",
                              "path": "com/acme/Shop.java",
                              "line": 31
                            },
                            "changes": [
                              {
                                "path": "spec.a",
                                "before": 1,
                                "after": 1.5
                              },
                              {
                                "path": "spec.c",
                                "before": [
                                  true,
                                  null
                                ]
                              },
                              {
                                "path": "spec.b",
                                "after": {
                                  "x": "y"
                                }
                              }
                            ],
                            "effects": [
                              "6 pods restart"
                            ],
                            "taken": [
                              {
                                "field": ".spec.a",
                                "manager": "kubectl-edit"
                              }
                            ]
                          }
                        ]
                      ],
                      "removals": [
                        {
                          "action": "keep",
                          "apiVersion": "v1",
                          "kind": "Service",
                          "namespace": "shop",
                          "name": "kept",
                          "why": "it says so",
                          "released": true
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void should_be_json_for_every_sort_of_step() throws IOException {
        JsonNode plan = new ObjectMapper().readTree(PlanJson.of(Plans.everything()));

        assertThat(plan.path("counts"))
                .hasToString("{\"create\":1,\"update\":4,\"unchanged\":1,\"recreate\":1,"
                        + "\"conflict\":1,\"deferred\":1,\"rejected\":1,\"prune\":1,\"keep\":2}");
        assertThat(plan.findValues("action"))
                .extracting(JsonNode::asText)
                .contains(
                        "create",
                        "update",
                        "unchanged",
                        "recreate",
                        "conflict",
                        "deferred",
                        "rejected",
                        "prune",
                        "keep");
    }
}
