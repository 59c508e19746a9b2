package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Image;
import dev.gantry.workload.Pod;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodContentCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                GTY-POD-001; container; {"startupProbe":{"exec":{"command":["a"]},"successThreshold":2}}
                GTY-POD-001; container; {"readinessProbe":{"exec":{"command":["a"]},"terminationGracePeriodSeconds":2}}
                GTY-POD-001; container; {"livenessProbe":{"httpGet":{"port":80,"httpHeaders":[{"name":"X Bad","value":"a"}]}}}
                GTY-POD-001; container; {"lifecycle":{"preStop":{"sleep":{"seconds":31}}}}
                GTY-POD-003; container; {"env":[{"name":"A","valueFrom":{"fieldRef":{"fieldPath":"metadata.labels"}}}]}
                GTY-POD-003; container; {"env":[{"name":"A","valueFrom":{"resourceFieldRef":{"resource":"limits.memry"}}}]}
                GTY-POD-003; container; {"env":[{"name":"A","valueFrom":{"resourceFieldRef":{"resource":"limits.memory","divisor":"3Mi"}}}]}
                GTY-POD-004; container; {"resources":{"requests":{"cpu":"-1"}}}
                GTY-POD-004; container; {"resources":{"requests":{"nvidia.com/gpu":"1"}}}
                GTY-POD-004; container; {"resources":{"limits":{"nvidia.com/gpu":"500m"}}}
                GTY-POD-004; container; {"resources":{"limits":{"hugepages-2Mi":"4Mi","cpu":"1"},"requests":{"hugepages-2Mi":"2Mi"}}}
                GTY-POD-004; pod; {"resources":{"limits":{"nvidia.com/gpu":"1"}}}
                GTY-POD-013; container; {"resources":{"requests":{"cpu":"256Mi"}}}
                GTY-POD-013; container; {"resources":{"requests":{"cpu":"268435456"}}}
                GTY-POD-013; container; {"resources":{"limits":{"memory":"1"}}}
                GTY-POD-006; pod; {"hostPID":true,"shareProcessNamespace":true}
                GTY-POD-006; pod; {"hostUsers":false,"hostNetwork":true}
                GTY-POD-006; container; {"securityContext":{"procMount":"Unmasked"}}
                GTY-POD-006; pod; {"schedulingGates":[{"name":"a"},{"name":"a"}]}
                GTY-POD-006; pod; {"nodeName":"n","schedulingGates":[{"name":"a"}]}
                GTY-POD-006; pod; {"os":{"name":"windows"},"securityContext":{"fsGroup":1}}
                GTY-POD-006; pod; {"securityContext":{"sysctls":[{"name":"a b","value":"1"}]}}
                GTY-POD-007; pod; {"dnsConfig":{"nameservers":["1.1.1"]}}
                GTY-POD-007; pod; {"dnsConfig":{"nameservers":["1.1.1.1","1.1.1.2","1.1.1.3","1.1.1.4"]}}
                GTY-POD-007; pod; {"hostAliases":[{"ip":"1.1.1","hostnames":["a"]}]}
                GTY-POD-009; container; {"securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"add":["CAP_SYS_ADMIN"]}}}
                GTY-POD-010; pod; {"topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"z","whenUnsatisfiable":"ScheduleAnyway","minDomains":2,"labelSelector":{}}]}
                GTY-POD-010; pod; {"topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"z","whenUnsatisfiable":"DoNotSchedule","matchLabelKeys":["a"]}]}
            """)
    void should_reject_what_an_api_server_rejects(String code, String place, String fields) {
        assertThat(codes(place, fields)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                container; {"readinessProbe":{"exec":{"command":["a"]},"successThreshold":2}}
                container; {"livenessProbe":{"exec":{"command":["a"]},"successThreshold":1,"terminationGracePeriodSeconds":2}}
                container; {"lifecycle":{"preStop":{"sleep":{"seconds":30}}}}
                container; {"env":[{"name":"A","valueFrom":{"fieldRef":{"fieldPath":"metadata.labels['example.com/a']"}}}]}
                container; {"env":[{"name":"A","valueFrom":{"fieldRef":{"fieldPath":"spec.host"}}}]}
                container; {"env":[{"name":"A","valueFrom":{"resourceFieldRef":{"resource":"limits.memory","divisor":"1024Ki"}}}]}
                container; {"env":[{"name":"A","valueFrom":{"resourceFieldRef":{"resource":"requests.hugepages-2Mi"}}}]}
                container; {"resources":{"limits":{"nvidia.com/gpu":"1","hugepages-2Mi":"4Mi","cpu":"0.0001"}}}
                container; {"ports":[{"containerPort":80,"hostPort":81,"hostIP":"192.0.2.1"},{"containerPort":82,"hostPort":81}]}
                container; {"securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"add":["SYS_ADMIN"]}}}
                pod; {"resources":{"limits":{"cpu":"3"}}}
                container; {"resources":{"limits":{"cpu":"1k","memory":"1Ki"}}}
                container; {"resources":{"limits":{"memory":"0"}}}
                pod; {"securityContext":{"sysctls":[{"name":"net/ipv4/conf/eno2.100/rp_filter","value":"1"}]}}
                pod; {"dnsPolicy":"None","dnsConfig":{"nameservers":["192.0.2.1"]}}
                pod; {"tolerations":[{"key":"a","operator":"Exists","effect":"NoExecute","tolerationSeconds":5},{"operator":"Exists"}]}
                pod; {"topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"z","whenUnsatisfiable":"DoNotSchedule","labelSelector":{}},{"maxSkew":1,"topologyKey":"z","whenUnsatisfiable":"ScheduleAnyway","labelSelector":{}}]}
            """)
    void should_accept_what_an_api_server_takes(String place, String fields) {
        assertThat(codes(place, fields)).isEmpty();
    }

    private static List<String> codes(String place, String fields) {
        return findings(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Pod.of(
                                "web",
                                p -> p.container("main", Image.of("example.com/web:7"), c -> {})
                                        .rawTree(tree -> {
                                            String where = place.equals("pod") ? "/spec" : "/spec/containers/0";
                                            ((ObjectNode) tree.at(where)).setAll(read(fields));
                                        }))))
                .stream()
                .map(f -> f.code())
                .filter(code -> code.startsWith("GTY-POD-"))
                .toList();
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
