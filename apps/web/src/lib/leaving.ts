/** Sent to the window when a reader sets out for another page. */
export const LEAVING = 'holdout:leaving';
