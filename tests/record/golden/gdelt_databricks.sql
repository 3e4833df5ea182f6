SELECT
  *
FROM (
  SELECT
    DATE_TRUNC('week', `t3`.`period`) AS `period`,
    SUM(`t3`.`volume`) AS `volume`,
    SUM(`t3`.`volume_from`) AS `volume_from`,
    SUM(`t3`.`volume_to`) AS `volume_to`,
    SUM(`t3`.`intensity_n`) AS `intensity_n`,
    SUM(`t3`.`intensity_sum`) AS `intensity_sum`,
    SUM(`t3`.`intensity_squares`) AS `intensity_squares`,
    SUM(`t3`.`intensity_n_from`) AS `intensity_n_from`,
    SUM(`t3`.`intensity_sum_from`) AS `intensity_sum_from`,
    SUM(`t3`.`intensity_n_to`) AS `intensity_n_to`,
    SUM(`t3`.`intensity_sum_to`) AS `intensity_sum_to`,
    SUM(`t3`.`quad_1`) AS `quad_1`,
    SUM(`t3`.`quad_2`) AS `quad_2`,
    SUM(`t3`.`quad_3`) AS `quad_3`,
    SUM(`t3`.`quad_4`) AS `quad_4`,
    SUM(`t3`.`contacts`) AS `contacts`,
    SUM(`t3`.`topic_security`) AS `topic_security`,
    SUM(`t3`.`topic_economy`) AS `topic_economy`,
    SUM(`t3`.`topic_diplomacy`) AS `topic_diplomacy`,
    SUM(`t3`.`topic_politics`) AS `topic_politics`,
    SUM(`t3`.`topic_law`) AS `topic_law`,
    SUM(`t3`.`topic_rights`) AS `topic_rights`,
    SUM(`t3`.`topic_aid`) AS `topic_aid`,
    SUM(`t3`.`topic_other`) AS `topic_other`,
    SUM(CAST(`t3`.`intensity_n` > 0 AS BIGINT)) AS `intensity_days`,
    SUM(`t3`.`intensity_sum` * `t3`.`intensity_sum`) AS `intensity_day_tt`,
    SUM(`t3`.`intensity_sum` * CAST(`t3`.`intensity_n` AS DOUBLE)) AS `intensity_day_tn`,
    SUM(CAST(`t3`.`intensity_n` AS DOUBLE) * CAST(`t3`.`intensity_n` AS DOUBLE)) AS `intensity_day_nn`,
    SUM(
      CAST((
        CAST(`t3`.`quad_1` + `t3`.`quad_2` AS DOUBLE) + CAST(`t3`.`quad_3` + `t3`.`quad_4` AS DOUBLE)
      ) > 0 AS BIGINT)
    ) AS `quad_days`,
    SUM(
      CAST(`t3`.`quad_1` + `t3`.`quad_2` AS DOUBLE) * CAST(`t3`.`quad_1` + `t3`.`quad_2` AS DOUBLE)
    ) AS `quad_day_tt`,
    SUM(
      CAST(`t3`.`quad_1` + `t3`.`quad_2` AS DOUBLE) * (
        CAST(`t3`.`quad_1` + `t3`.`quad_2` AS DOUBLE) + CAST(`t3`.`quad_3` + `t3`.`quad_4` AS DOUBLE)
      )
    ) AS `quad_day_tn`,
    SUM(
      (
        CAST(`t3`.`quad_1` + `t3`.`quad_2` AS DOUBLE) + CAST(`t3`.`quad_3` + `t3`.`quad_4` AS DOUBLE)
      ) * (
        CAST(`t3`.`quad_1` + `t3`.`quad_2` AS DOUBLE) + CAST(`t3`.`quad_3` + `t3`.`quad_4` AS DOUBLE)
      )
    ) AS `quad_day_nn`,
    SUM(CAST(`t3`.`contacts` > 0 AS BIGINT)) AS `contact_days`
  FROM (
    SELECT
      `t2`.`date` AS `period`,
      COUNT(*) AS `volume`,
      SUM(CAST(`t2`.`forth` AS BIGINT)) AS `volume_from`,
      SUM(CAST(NOT (
        `t2`.`forth`
      ) AS BIGINT)) AS `volume_to`,
      COUNT(`t2`.`intensity`) AS `intensity_n`,
      COALESCE(SUM(`t2`.`intensity`), 0.0) AS `intensity_sum`,
      COALESCE(SUM(`t2`.`intensity` * `t2`.`intensity`), 0.0) AS `intensity_squares`,
      COUNT(IF(`t2`.`forth`, `t2`.`intensity`, NULL)) AS `intensity_n_from`,
      COALESCE(SUM(IF(`t2`.`forth`, `t2`.`intensity`, NULL)), 0.0) AS `intensity_sum_from`,
      COUNT(IF(NOT (
        `t2`.`forth`
      ), `t2`.`intensity`, NULL)) AS `intensity_n_to`,
      COALESCE(SUM(IF(NOT (
        `t2`.`forth`
      ), `t2`.`intensity`, NULL)), 0.0) AS `intensity_sum_to`,
      SUM(CAST(COALESCE(`t2`.`quad` = 1, FALSE) AS BIGINT)) AS `quad_1`,
      SUM(CAST(COALESCE(`t2`.`quad` = 2, FALSE) AS BIGINT)) AS `quad_2`,
      SUM(CAST(COALESCE(`t2`.`quad` = 3, FALSE) AS BIGINT)) AS `quad_3`,
      SUM(CAST(COALESCE(`t2`.`quad` = 4, FALSE) AS BIGINT)) AS `quad_4`,
      SUM(
        CAST(COALESCE(
          (
            `t2`.`kind` = 'consult'
          )
          AND (
            `t2`.`actor_track` IN ('leaders', 'ministers')
            AND `t2`.`target_track` IN ('leaders', 'ministers')
          ),
          FALSE
        ) AS BIGINT)
      ) AS `contacts`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'security', FALSE) AS BIGINT)) AS `topic_security`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'economy', FALSE) AS BIGINT)) AS `topic_economy`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'diplomacy', FALSE) AS BIGINT)) AS `topic_diplomacy`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'politics', FALSE) AS BIGINT)) AS `topic_politics`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'law', FALSE) AS BIGINT)) AS `topic_law`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'rights', FALSE) AS BIGINT)) AS `topic_rights`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'aid', FALSE) AS BIGINT)) AS `topic_aid`,
      SUM(CAST(COALESCE(`t2`.`topic` = 'other', FALSE) AS BIGINT)) AS `topic_other`
    FROM (
      SELECT
        `t1`.`source`,
        `t1`.`file`,
        `t1`.`row`,
        `t1`.`event_id`,
        `t1`.`date`,
        `t1`.`actor`,
        `t1`.`target`,
        `t1`.`actor_name`,
        `t1`.`target_name`,
        `t1`.`actor_track`,
        `t1`.`target_track`,
        `t1`.`code`,
        `t1`.`kind`,
        `t1`.`quad`,
        `t1`.`intensity`,
        `t1`.`given`,
        `t1`.`topic`,
        `t1`.`url`,
        `t1`.`actor` = 'JPN' AS `forth`
      FROM (
        SELECT
          'gdelt2' AS `source`,
          'gdelt-bq.gdeltv2.events' AS `file`,
          `t0`.`GLOBALEVENTID` AS `row`,
          CAST(`t0`.`GLOBALEVENTID` AS STRING) AS `event_id`,
          TO_DATE(CAST(`t0`.`SQLDATE` AS STRING), 'yyyyMMdd') AS `date`,
          CASE
            WHEN `t0`.`Actor1CountryCode` IN ('JPN', 'RUS')
            THEN `t0`.`Actor1CountryCode`
            WHEN `t0`.`Actor1CountryCode` IN ('ROM')
            THEN 'ROU'
            ELSE CAST(NULL AS STRING)
          END AS `actor`,
          CASE
            WHEN `t0`.`Actor2CountryCode` IN ('JPN', 'RUS')
            THEN `t0`.`Actor2CountryCode`
            WHEN `t0`.`Actor2CountryCode` IN ('ROM')
            THEN 'ROU'
            ELSE CAST(NULL AS STRING)
          END AS `target`,
          `t0`.`Actor1Name` AS `actor_name`,
          `t0`.`Actor2Name` AS `target_name`,
          COALESCE(
            CASE
              WHEN `t0`.`Actor1Type1Code` IN ('GOV')
              THEN 'officials'
              WHEN `t0`.`Actor1Type1Code` IN ('BUS')
              THEN 'civic'
              ELSE CAST(NULL AS STRING)
            END,
            CASE
              WHEN `t0`.`Actor1Type2Code` IN ('GOV')
              THEN 'officials'
              WHEN `t0`.`Actor1Type2Code` IN ('BUS')
              THEN 'civic'
              ELSE CAST(NULL AS STRING)
            END,
            CASE
              WHEN `t0`.`Actor1Type3Code` IN ('GOV')
              THEN 'officials'
              WHEN `t0`.`Actor1Type3Code` IN ('BUS')
              THEN 'civic'
              ELSE CAST(NULL AS STRING)
            END
          ) AS `actor_track`,
          COALESCE(
            CASE
              WHEN `t0`.`Actor2Type1Code` IN ('GOV')
              THEN 'officials'
              WHEN `t0`.`Actor2Type1Code` IN ('BUS')
              THEN 'civic'
              ELSE CAST(NULL AS STRING)
            END,
            CASE
              WHEN `t0`.`Actor2Type2Code` IN ('GOV')
              THEN 'officials'
              WHEN `t0`.`Actor2Type2Code` IN ('BUS')
              THEN 'civic'
              ELSE CAST(NULL AS STRING)
            END,
            CASE
              WHEN `t0`.`Actor2Type3Code` IN ('GOV')
              THEN 'officials'
              WHEN `t0`.`Actor2Type3Code` IN ('BUS')
              THEN 'civic'
              ELSE CAST(NULL AS STRING)
            END
          ) AS `target_track`,
          `t0`.`EventCode` AS `code`,
          CASE
            WHEN `t0`.`EventCode` IN ('042', '043')
            THEN 'consult'
            WHEN `t0`.`EventCode` IN ('061')
            THEN 'cooperate'
            WHEN `t0`.`EventCode` IN ('172')
            THEN 'coerce'
            ELSE CAST(NULL AS STRING)
          END AS `kind`,
          CASE
            WHEN `t0`.`EventCode` IN ('010', '042', '043')
            THEN 1
            WHEN `t0`.`EventCode` IN ('061')
            THEN 2
            WHEN `t0`.`EventCode` IN ('172')
            THEN 4
            ELSE CAST(NULL AS TINYINT)
          END AS `quad`,
          CASE
            WHEN `t0`.`EventCode` IN ('010')
            THEN 0.0
            WHEN `t0`.`EventCode` IN ('042')
            THEN 1.9
            WHEN `t0`.`EventCode` IN ('043')
            THEN 2.8
            WHEN `t0`.`EventCode` IN ('061')
            THEN 6.4
            WHEN `t0`.`EventCode` IN ('172')
            THEN -5.0
            ELSE CAST(NULL AS DOUBLE)
          END AS `intensity`,
          `t0`.`GoldsteinScale` AS `given`,
          CASE
            WHEN `t0`.`EventCode` IN ('010', '172')
            THEN 'other'
            WHEN `t0`.`EventCode` IN ('042', '043')
            THEN 'diplomacy'
            WHEN `t0`.`EventCode` IN ('061')
            THEN 'economy'
            ELSE CAST(NULL AS STRING)
          END AS `topic`,
          `t0`.`SOURCEURL` AS `url`
        FROM `gdelt-bq`.`gdeltv2`.`events` AS `t0`
      ) AS `t1`
      WHERE
        (
          (
            `t1`.`actor` = 'JPN'
          ) AND (
            `t1`.`target` = 'RUS'
          )
        )
        OR (
          (
            `t1`.`target` = 'JPN'
          ) AND (
            `t1`.`actor` = 'RUS'
          )
        )
    ) AS `t2`
    GROUP BY
      1
  ) AS `t3`
  GROUP BY
    1
) AS `t4`
ORDER BY
  `t4`.`period` ASC NULLS LAST
