"""Template `forecasting`: forecasts of many series from hidden origins, and drift alarms."""
