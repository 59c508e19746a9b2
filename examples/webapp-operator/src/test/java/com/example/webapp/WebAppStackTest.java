package com.example.webapp;

import static dev.gantry.testing.GantryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.webapp.WebAppSpec.DatabaseType;
import com.example.webapp.WebAppSpec.Ingress;
import dev.gantry.Synthesis;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import org.junit.jupiter.api.Test;

/** What the operator makes of a WebApp; no cluster is needed for that. */
class WebAppStackTest {

    private static Synthesis synthesize(WebAppSpec spec) {
        WebApp app = new WebApp();
        app.setMetadata(new ObjectMetaBuilder().withName("my-webapp").withNamespace("default").build());
        app.setSpec(spec);
        return WebAppOperator.operator(o -> {}).synthesize(app);
    }

    private static WebAppSpec spec(WebAppSpec.Database database, Ingress ingress) {
        return new WebAppSpec("myapp:v1.0", 3, database, ingress);
    }

    private static WebAppSpec.Database database(DatabaseType type) {
        return new WebAppSpec.Database(true, type, "20Gi", null);
    }

    @Test
    void should_make_a_deployment_and_a_service() {
        Synthesis made = synthesize(spec(null, null));

        assertThat(made.manifests()).extracting(Object::toString).containsExactly(
                "Service default/my-webapp-service", "Deployment default/my-webapp");
        assertThat(made).resource("Deployment", "my-webapp").field("spec.replicas").isEqualTo(3);
        assertThat(made).resource("Service", "my-webapp-service").field("spec.ports[0].targetPort").isEqualTo("http");
    }

    @Test
    void should_make_the_database_that_is_asked_for() {
        Synthesis made = synthesize(spec(database(DatabaseType.POSTGRESQL), null));

        assertThat(made.failed()).isFalse();
        assertThat(made).resource("PersistentVolumeClaim", "my-webapp-postgresql")
                .field("spec.resources.requests.storage").isEqualTo("20Gi");
        assertThat(made).resource("StatefulSet", "my-webapp-postgresql")
                .field("spec.serviceName").isEqualTo("my-webapp-postgresql");
        assertThat(made.stacks().get(0).generatedSecrets()).extracting(secret -> secret.name())
                .containsExactly("my-webapp-postgresql");
        assertThat(made).resource("Deployment", "my-webapp").field("spec.template.spec.containers[0].env[1].value")
                .isEqualTo("postgresql://app:$(DATABASE_PASSWORD)@my-webapp-postgresql:5432/app");
    }

    @Test
    void should_know_mysql_too() {
        Synthesis made = synthesize(spec(database(DatabaseType.MYSQL), null));

        assertThat(made.failed()).isFalse();
        assertThat(made).resource("StatefulSet", "my-webapp-mysql")
                .field("spec.template.spec.containers[0].ports[0].containerPort").isEqualTo(3306);
    }

    @Test
    void should_keep_data_unless_somebody_says_otherwise() {
        assertThat(spec(null, null).keepsData()).isTrue();
        assertThat(spec(database(DatabaseType.MYSQL), null).keepsData()).isTrue();
        assertThat(spec(new WebAppSpec.Database(false, null, "1Gi", false), null).keepsData()).isFalse();
    }

    @Test
    void should_lead_to_it_from_outside_with_tls() {
        Synthesis made = synthesize(spec(null, new Ingress(true, "myapp.example.com", true)));

        assertThat(made).resource("Ingress", "my-webapp").field("spec.tls[0].secretName").isEqualTo("my-webapp-tls");
        assertThat(made).resource("Ingress", "my-webapp").field("spec.rules[0].host").isEqualTo("myapp.example.com");
    }

    @Test
    void should_say_what_is_wrong_with_an_image() {
        Synthesis made = synthesize(new WebAppSpec("not an image", 1, null, null));

        assertThat(made.failed()).isTrue();
    }
}
