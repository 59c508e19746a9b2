package dev.gantry.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodSecurityTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private static final String GOOD_CONTEXT =
            "allowPrivilegeEscalation: false, capabilities: {drop: ['ALL']}, runAsNonRoot: true,"
                    + " seccompProfile: {type: 'RuntimeDefault'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hostNetwork: true | hostNetwork is true",
                "hostPID: true | hostPID is true",
                "hostIPC: true | hostIPC is true",
                "volumes: [{name: 'a', emptyDir: {}}, {name: 'logs', hostPath: {path: '/'}}] | volumes[1].hostPath is set",
                "securityContext: {windowsOptions: {hostProcess: true}} | securityContext.windowsOptions.hostProcess is true",
                "securityContext: {seLinuxOptions: {type: 'spc_t'}} | securityContext.seLinuxOptions.type is spc_t",
                "securityContext: {seLinuxOptions: {user: 'u'}} | securityContext.seLinuxOptions.user is u",
                "securityContext: {seLinuxOptions: {role: 'r'}} | securityContext.seLinuxOptions.role is r",
                "securityContext: {appArmorProfile: {type: 'Unconfined'}} | securityContext.appArmorProfile.type is Unconfined",
                "securityContext: {seccompProfile: {type: 'Unconfined'}} | securityContext.seccompProfile.type is Unconfined",
                "securityContext: {sysctls: [{name: 'kernel.msgmax', value: '1'}]} | securityContext.sysctls[0].name is kernel.msgmax",
            })
    void should_find_what_baseline_forbids_of_pods(String field, String text) {
        assertThat(texts("{" + field + "}", PodSecurityStandard.BASELINE)).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "securityContext: {privileged: true} | securityContext.privileged is true",
                "securityContext: {capabilities: {add: ['CHOWN', 'NET_RAW']}} | securityContext.capabilities.add has NET_RAW",
                "securityContext: {procMount: 'Unmasked'} | securityContext.procMount is Unmasked",
                "securityContext: {windowsOptions: {hostProcess: true}} | securityContext.windowsOptions.hostProcess is true",
                "securityContext: {seLinuxOptions: {type: 'spc_t'}} | securityContext.seLinuxOptions.type is spc_t",
                "securityContext: {appArmorProfile: {type: 'Unconfined'}} | securityContext.appArmorProfile.type is Unconfined",
                "securityContext: {seccompProfile: {type: 'Unconfined'}} | securityContext.seccompProfile.type is Unconfined",
                "ports: [{containerPort: 80}, {containerPort: 81, hostPort: 81}] | ports[1].hostPort is 81",
                "livenessProbe: {httpGet: {host: 'a.example'}} | livenessProbe.httpGet.host is \"a.example\"",
                "readinessProbe: {tcpSocket: {host: '10.0.0.1'}} | readinessProbe.tcpSocket.host is \"10.0.0.1\"",
                "startupProbe: {httpGet: {host: 'a.example'}} | startupProbe.httpGet.host is \"a.example\"",
                "lifecycle: {postStart: {httpGet: {host: 'x'}}} | lifecycle.postStart.httpGet.host is \"x\"",
                "lifecycle: {preStop: {tcpSocket: {host: 'x'}}} | lifecycle.preStop.tcpSocket.host is \"x\"",
            })
    void should_find_what_baseline_forbids_of_containers_of_any_list(String field, String text) {
        for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
            assertThat(texts("{" + list + ": [{name: 'a'}, {" + field + "}]}", PodSecurityStandard.BASELINE))
                    .containsExactly(list + "[1]." + text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostNetwork: false, hostPID: false, hostIPC: false",
                "securityContext: {seLinuxOptions: {type: 'container_kvm_t', user: '', role: ''}}",
                "securityContext: {seLinuxOptions: {type: 'container_engine_t', level: 's0:c1'}}",
                "securityContext: {appArmorProfile: {type: 'Localhost', localhostProfile: 'p'}}",
                "securityContext: {seccompProfile: {type: 'Localhost', localhostProfile: 'p'}}",
                "securityContext: {sysctls: [{name: 'net.ipv4.tcp_wmem'}, {name: 'kernel.shm_rmid_forced'}]}",
                "containers: [{securityContext: {privileged: false, procMount: 'Default', capabilities: {add: ['KILL']}}}]",
                "containers: [{ports: [{containerPort: 80, hostPort: 0}], livenessProbe: {httpGet: {host: ''}}}]",
                "containers: [{livenessProbe: {exec: {command: ['a']}}, lifecycle: {preStop: {sleep: {seconds: 1}}}}]",
            })
    void should_accept_what_baseline_allows(String fields) {
        assertThat(texts("{" + fields + "}", PodSecurityStandard.BASELINE)).isEmpty();
    }

    @Test
    void should_know_how_the_standards_have_changed() {
        String newer = "{securityContext: {sysctls: [{name: 'net.ipv4.tcp_rmem'}, {name: 'net.ipv4.tcp_fin_timeout'}],"
                + " seLinuxOptions: {type: 'container_engine_t'}},"
                + " containers: [{livenessProbe: {httpGet: {host: 'x'}}}]}";

        assertThat(texts(newer, PodSecurityStandard.BASELINE, 34))
                .containsExactly("containers[0].livenessProbe.httpGet.host is \"x\"");
        assertThat(texts(newer, PodSecurityStandard.BASELINE, 33)).isEmpty();
        assertThat(texts(newer, PodSecurityStandard.BASELINE, 30))
                .containsExactly(
                        "securityContext.seLinuxOptions.type is container_engine_t",
                        "securityContext.sysctls[0].name is net.ipv4.tcp_rmem");
        assertThat(texts(newer, PodSecurityStandard.BASELINE, 28)).hasSize(3);
    }

    @Test
    void should_find_a_profile_of_app_armor_in_an_annotation() throws JsonProcessingException {
        String prefix = "container.apparmor.security.beta.kubernetes.io/";
        JsonNode manifest = JSON.readTree("{spec: {template: {metadata: {annotations: {'" + prefix
                + "web': 'unconfined', '" + prefix + "proxy': 'localhost/p', '" + prefix
                + "log': 'runtime/default'}}, spec: {}}}}");

        assertThat(PodSecurity.shortfalls(PodTemplate.of("apps", "Deployment", manifest), 34))
                .containsExactly(new Shortfall(
                        PodSecurityStandard.BASELINE,
                        "spec.template.metadata.annotations[\"" + prefix + "web\"]",
                        "metadata.annotations[\"" + prefix + "web\"] is unconfined",
                        true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "volumes: [{name: 'a', nfs: {server: 'x'}}] | volumes[0].nfs is set",
                "volumes: [{iscsi: {}, name: 'a'}] | volumes[0].iscsi is set",
                "securityContext: {runAsNonRoot: false} | securityContext.runAsNonRoot is false",
                "securityContext: {runAsUser: 0} | securityContext.runAsUser is 0",
            })
    void should_find_what_restricted_forbids_of_pods(String field, String text) {
        assertThat(texts("{" + field + ", containers: [{securityContext: {" + GOOD_CONTEXT + "}}]}"))
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "runAsNonRoot: false | runAsNonRoot is false",
                "runAsUser: 0 | runAsUser is 0",
                "allowPrivilegeEscalation: true | allowPrivilegeEscalation is true",
                "capabilities: {drop: ['ALL'], add: ['NET_BIND_SERVICE', 'CHOWN']} | capabilities.add has CHOWN",
                "capabilities: {drop: ['NET_RAW']} | capabilities.drop lacks ALL",
                "capabilities: {} | capabilities.drop lacks ALL",
            })
    void should_find_what_restricted_forbids_of_containers(String field, String text) throws JsonProcessingException {
        ObjectNode context = JSON.readValue("{" + GOOD_CONTEXT + "}", ObjectNode.class);
        context.setAll(JSON.readValue("{" + field + "}", ObjectNode.class));

        assertThat(texts("{initContainers: [{securityContext: " + context + "}]}"))
                .containsExactly("initContainers[0].securityContext." + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "volumes: [{name: 'a'}, {name: 'b', csi: {}}, {image: {}, name: 'c'}, {name: 'd', projected: {}}]",
                "volumes: [{name: 'a', secret: {}}, {name: 'b', configMap: {}}, {name: 'c', downwardAPI: {}}]",
                "volumes: [{name: 'a', emptyDir: {}}, {name: 'b', ephemeral: {}}, {name: 'c', persistentVolumeClaim: {}}]",
                "securityContext: {runAsUser: 1000, runAsNonRoot: true}",
            })
    void should_accept_what_restricted_allows(String field) {
        assertThat(texts("{" + field + ", containers: [{securityContext: {" + GOOD_CONTEXT
                        + ", capabilities: {drop: ['ALL'], add: ['NET_BIND_SERVICE']}}}]}"))
                .isEmpty();
    }

    @Test
    void should_ask_for_what_a_pod_says_of_nothing() throws JsonProcessingException {
        JsonNode pod = JSON.readTree("{spec: {containers: [{name: 'a'}]}}");

        assertThat(PodSecurity.shortfalls(PodTemplate.of("", "Pod", pod), 34))
                .extracting(s -> s.field() + " " + s.text() + " " + s.written())
                .containsExactly(
                        "spec.containers[0] containers[0].securityContext.allowPrivilegeEscalation is not set to false false",
                        "spec.containers[0] containers[0].securityContext.capabilities.drop lacks ALL false",
                        "spec securityContext.runAsNonRoot is not set to true false",
                        "spec securityContext.seccompProfile is not set false");
    }

    @Test
    void should_ask_a_container_for_what_neither_it_nor_the_pod_says() {
        String good = "{securityContext: {" + GOOD_CONTEXT + "}}";
        String other = "{securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: ['ALL']}}}";

        assertThat(texts("{containers: [" + good + ", " + other + "]}"))
                .containsExactly(
                        "containers[1].securityContext.runAsNonRoot is not set to true",
                        "containers[1].securityContext.seccompProfile is not set");
        assertThat(texts("{securityContext: {runAsNonRoot: true, seccompProfile: {type: 'Localhost'}}, containers: ["
                        + good + ", " + other + "]}"))
                .isEmpty();
    }

    @Test
    void should_not_ask_pods_for_windows_for_what_is_special_to_linux() {
        assertThat(texts("{os: {name: 'windows'}, containers: [{name: 'a'}]}"))
                .containsExactly("securityContext.runAsNonRoot is not set to true");
    }

    @ParameterizedTest
    @CsvSource({"34, false, 1, 2", "35, false, 0, 1", "35, true, 1, 2"})
    void should_forbid_less_of_pods_with_users_of_their_own(
            int minor, boolean hostUsers, int baseline, int restricted) {
        String spec = "{hostUsers: " + hostUsers + ", securityContext: {seccompProfile: {type: 'RuntimeDefault'}}, "
                + "containers: [{securityContext: {runAsUser: 0, procMount: 'Unmasked', "
                + "allowPrivilegeEscalation: false, capabilities: {drop: ['ALL']}}}]}";

        assertThat(texts(spec, PodSecurityStandard.BASELINE, minor)).hasSize(baseline);
        assertThat(texts(spec, PodSecurityStandard.RESTRICTED, minor)).hasSize(restricted);
    }

    @ParameterizedTest
    @CsvSource({"36, 1", "37, 0"})
    void should_know_since_when_a_sysctl_is_safe(int minor, int forbidden) {
        String spec = "{securityContext: {sysctls: [{name: 'net.ipv4.tcp_notsent_lowat', value: '1'}]}}";

        assertThat(texts(spec, PodSecurityStandard.BASELINE, minor)).hasSize(forbidden);
    }

    @Test
    void should_find_the_template_of_each_kind_that_makes_pods() {
        JsonNode none = JsonNodeFactory.instance.objectNode();

        assertThat(PodTemplate.of("", "Pod", none).specPath()).isEqualTo("spec");
        assertThat(PodTemplate.of("batch", "CronJob", none).specPath())
                .isEqualTo("spec.jobTemplate.spec.template.spec");
        for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet")) {
            assertThat(PodTemplate.of("apps", kind, none).specPath()).isEqualTo("spec.template.spec");
        }
        assertThat(PodTemplate.of("batch", "Job", none).specPath()).isEqualTo("spec.template.spec");
        assertThat(PodTemplate.of("", "ReplicationController", none).specPath()).isEqualTo("spec.template.spec");
        assertThat(PodTemplate.of("batch.volcano.sh", "Job", none)).isNull();
        assertThat(PodTemplate.of("", "Service", none)).isNull();
    }

    private static List<String> texts(String spec) {
        List<String> all = new ArrayList<>(texts(spec, PodSecurityStandard.BASELINE));
        all.addAll(texts(spec, PodSecurityStandard.RESTRICTED));
        return all;
    }

    private static List<String> texts(String spec, PodSecurityStandard standard) {
        return texts(spec, standard, 34);
    }

    private static List<String> texts(String spec, PodSecurityStandard standard, int minor) {
        try {
            JsonNode pod = JSON.readTree("{spec: " + spec + "}");
            return PodSecurity.shortfalls(PodTemplate.of("", "Pod", pod), minor).stream()
                    .filter(s -> s.standard() == standard)
                    .map(Shortfall::text)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
