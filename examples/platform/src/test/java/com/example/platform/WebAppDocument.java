package com.example.platform;

/** What the document has of the kind that is its own. */
final class WebAppDocument {

    static final String CUSTOM_RESOURCE_DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: webapps.example.com
            spec:
              group: example.com
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          image:
                            type: string
                            description: "Docker image for the webapp"
                          replicas:
                            type: integer
                            minimum: 1
                            maximum: 10
                            description: "Number of replicas"
                          database:
                            type: object
                            properties:
                              enabled:
                                type: boolean
                              type:
                                type: string
                                enum: ["postgresql", "mysql"]
                              size:
                                type: string
                                default: "10Gi"
                          ingress:
                            type: object
                            properties:
                              enabled:
                                type: boolean
                              host:
                                type: string
                              tls:
                                type: boolean
                        required:
                        - image
                        - replicas
                      status:
                        type: object
                        properties:
                          conditions:
                            type: array
                            items:
                              type: object
                              properties:
                                type:
                                  type: string
                                status:
                                  type: string
                                lastTransitionTime:
                                  type: string
                                  format: date-time
                                reason:
                                  type: string
                                message:
                                  type: string
                          phase:
                            type: string
                            enum: ["Pending", "Running", "Failed"]
                          readyReplicas:
                            type: integer
              scope: Namespaced
              names:
                plural: webapps
                singular: webapp
                kind: WebApp
                shortNames:
                - wa
            """;

    static final String WEB_APP = """
            apiVersion: example.com/v1
            kind: WebApp
            metadata:
              name: my-webapp
              namespace: default
            spec:
              image: "myapp:v1.0"
              replicas: 3
              database:
                enabled: true
                type: postgresql
                size: "20Gi"
              ingress:
                enabled: true
                host: "myapp.example.com"
                tls: true
            """;

    private WebAppDocument() {}
}
